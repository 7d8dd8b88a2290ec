package dev.parley.web.admin;

import dev.parley.web.RequestProblem;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/// Which part of a long list is wanted: the parameters `page`, from 1, and `size`.
record PageOf(int page, int size) {
  private static final int USUAL_SIZE = 50;
  private static final int LARGEST_SIZE = 200;
  private static final int LAST = 1_000_000;

  static PageOf of(Context request) {
    return new PageOf(
        number(request, "page", 1, LAST), number(request, "size", USUAL_SIZE, LARGEST_SIZE));
  }

  private static int number(Context request, String name, int usual, int most) {
    String text = Optional.ofNullable(request.queryParam(name)).orElse("");
    if (text.isEmpty()) {
      return usual;
    }
    int number = text.matches("\\d{1,7}") ? Integer.parseInt(text) : 0;
    if (number < 1 || number > most) {
      throw RequestProblem.bad(
          "The parameter \"" + name + "\" must be a number from 1 to " + most + ".");
    }
    return number;
  }

  /// How many there are of so many entries; one at least.
  int pages(int entries) {
    return Math.max(1, (entries + size - 1) / size);
  }

  /// The last page stands for those behind it: others may have been removed meanwhile.
  int within(int entries) {
    return Math.min(page, pages(entries));
  }

  <T> List<T> of(List<T> all) {
    int from = (within(all.size()) - 1) * size;
    return all.subList(from, Math.min(from + size, all.size()));
  }
}

package dev.parley.chart;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Wished charts that are hard to draw, by what is hard about them.
final class SomeFigures {
  private static final ObjectMapper JSON = new ObjectMapper();

  private SomeFigures() {}

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException wrong) {
      throw new UncheckedIOException(wrong);
    }
  }

  static Map<String, JsonNode> all() {
    Map<String, JsonNode> all = new LinkedHashMap<>();
    for (String kind : new String[] {"bar", "line", "area"}) {
      all.put(
          kind + " of one point", json("{'kind':'%s','series':[{'values':[7]}]}".formatted(kind)));
      all.put(
          kind + " of zeros", json("{'kind':'%s','series':[{'values':[0,0,0]}]}".formatted(kind)));
      all.put(
          kind + " below nothing",
          json(
              ("{'kind':'%s','title':'Below nothing','series':["
                      + "{'name':'a','values':[-3,-1,-2]},{'name':'b','values':[-300,-100,-250]}]}")
                  .formatted(kind)));
      all.put(
          kind + " around nothing",
          json(
              ("{'kind':'%s','title':'Gains and losses','y_title':'EUR','x_title':'Quarter','labels':['Q1','Q2','Q3','Q4'],'series':["
                      + "{'name':'North','values':[3.5,-1,2,4]},{'name':'South','values':[-2,1,3,-4]}]}")
                  .formatted(kind)));
      all.put(
          kind + " with thirty long labels",
          json(
              "{'kind':'%s','title':'Thirty','labels':[%s],'series':[{'values':[%s]}]}"
                  .formatted(kind, texts(30, "Category of things "), numbers(30))));
      all.put(
          kind + " with many values",
          json(
              "{'kind':'%s','series':[{'values':[%s]}]}"
                  .formatted(kind, numbers(kind.equals("bar") ? 60 : 400))));
      all.put(
          kind + " of eight series",
          json(
              "{'kind':'%s','labels':['Mon','Tue','Wed'],'series':[%s]}"
                  .formatted(
                      kind,
                      IntStream.range(0, 8)
                          .mapToObj(
                              n ->
                                  "{'name':'Series with a long name %d','values':[%d,%d,%d]}"
                                      .formatted(n, n + 1, 9 - n, 3 * n))
                          .collect(Collectors.joining(",")))));
      all.put(
          kind + " of tiny numbers",
          json("{'kind':'%s','series':[{'values':[1e-12,3e-12,2e-12]}]}".formatted(kind)));
      all.put(
          kind + " of huge numbers",
          json("{'kind':'%s','series':[{'values':[1e15,-3e14,2e14]}]}".formatted(kind)));
      all.put(
          kind + " of equal numbers",
          json("{'kind':'%s','series':[{'values':[1000,1000,1000]}]}".formatted(kind)));
    }
    all.put(
        "line far from nothing",
        json(
            "{'kind':'line','labels':['a','b','c'],'series':[{'values':[1000.1,1000.3,1000.2]}]}"));
    all.put(
        "bar in many scripts",
        json(
            "{'kind':'bar','title':'Стоимость 费用 τιμή','y_title':'€','labels':['Привет','Ελλάδα','日本','مرحبا','शहर'],'series':[{'values':[3,1,2,5,4]}]}"));
    all.put(
        "pie",
        json(
            "{'kind':'pie','title':'Where time goes','labels':['Sleep','Work','A rather long name of something that people do','Rest'],'series':[{'values':[8,8,2,6]}]}"));
    all.put(
        "pie of many",
        json(
            "{'kind':'pie','labels':[%s],'series':[{'values':[%s]}]}"
                .formatted(texts(12, "Part "), numbers(12))));
    all.put("pie of one", json("{'kind':'pie','labels':['All'],'series':[{'values':[3]}]}"));
    all.put(
        "scatter",
        json(
            "{'kind':'scatter','title':'Height and weight','x_title':'cm','y_title':'kg','series':[{'name':'Cats','x':[20,25,30],'values':[3,4,5]},{'name':'Dogs','x':[40,60,70],'values':[12,30,35]}]}"));
    all.put("scatter of one point", json("{'kind':'scatter','series':[{'x':[5],'values':[-5]}]}"));
    all.put("scatter of zeros", json("{'kind':'scatter','series':[{'x':[0,0],'values':[0,0]}]}"));
    return all;
  }

  static String numbers(int count) {
    return IntStream.range(0, count)
        .mapToObj(n -> Integer.toString(n * 37 % 101 + 5))
        .collect(Collectors.joining(","));
  }

  static String texts(int count, String beginning) {
    return IntStream.range(0, count)
        .mapToObj(n -> "'" + beginning + n + "'")
        .collect(Collectors.joining(","));
  }
}

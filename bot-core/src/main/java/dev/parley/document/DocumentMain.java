package dev.parley.document;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.time.Duration;

/// The process that reads documents: requests come in by its input, answers go out by its output.
/// It ends when the bot does, when it waited long for a document, and when one takes too long.
public final class DocumentMain {
  static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

  private static final int READY = 1;

  private DocumentMain() {}

  /// Reads documents until there are no more.
  ///
  /// @param arguments how many milliseconds one document may take
  public static void main(String[] arguments) throws IOException {
    Duration limit = Duration.ofMillis(Long.parseLong(arguments[0]));
    // what libraries print must not get among the answers
    System.setOut(System.err);
    DataInputStream requests =
        new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
    DataOutputStream answers =
        new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
    answers.writeByte(READY);
    answers.flush();
    Alarm alarm = new Alarm();
    alarm.set(LONGEST_WAIT);
    Documents documents = new Documents();
    try {
      while (true) {
        DocumentRequest request = DocumentRequest.read(requests);
        alarm.set(limit);
        DocumentRequest.writeAnswer(documents.read(request), answers);
        alarm.set(LONGEST_WAIT);
      }
    } catch (EOFException done) {
      // the bot has no more to read
    }
  }
}

package dev.parley.document;

import dev.parley.attachment.AttachmentContent;
import dev.parley.attachment.DocumentReading;
import dev.parley.attachment.DocumentReading.Obstacle;
import dev.parley.attachment.DocumentType;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// What a process is asked to read, and how that and its answer are written between the two.
record DocumentRequest(DocumentType type, int mostCharacters, AttachmentContent content) {
  private static final int WORDS = 0;
  private static final int PAGES = 1;
  private static final int UNREAD = 2;

  void write(DataOutputStream out) throws IOException {
    out.writeUTF(type.name());
    out.writeInt(mostCharacters);
    out.writeInt(content.size());
    out.write(content.bytes());
    out.flush();
  }

  static DocumentRequest read(DataInputStream in) throws IOException {
    DocumentType type = DocumentType.valueOf(in.readUTF());
    int mostCharacters = in.readInt();
    return new DocumentRequest(type, mostCharacters, AttachmentContent.of(block(in)));
  }

  static void writeAnswer(DocumentReading reading, DataOutputStream out) throws IOException {
    switch (reading) {
      case DocumentReading.Words words -> {
        byte[] text = words.text().getBytes(StandardCharsets.UTF_8);
        out.writeByte(WORDS);
        out.writeInt(text.length);
        out.write(text);
      }
      case DocumentReading.Pages pages -> {
        out.writeByte(PAGES);
        out.writeInt(pages.count());
      }
      case DocumentReading.Unread unread -> {
        out.writeByte(UNREAD);
        out.writeUTF(unread.why().name());
      }
    }
    out.flush();
  }

  static DocumentReading readAnswer(DataInputStream in) throws IOException {
    return switch (in.readByte()) {
      case WORDS -> new DocumentReading.Words(new String(block(in), StandardCharsets.UTF_8));
      case PAGES -> new DocumentReading.Pages(in.readInt());
      case UNREAD -> new DocumentReading.Unread(Obstacle.valueOf(in.readUTF()));
      default -> throw new IOException("not an answer");
    };
  }

  private static byte[] block(DataInputStream in) throws IOException {
    byte[] block = new byte[in.readInt()];
    in.readFully(block);
    return block;
  }
}

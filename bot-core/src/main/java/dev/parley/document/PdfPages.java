package dev.parley.document;

import dev.parley.attachment.DocumentReading.Obstacle;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/// Counts the pages of a PDF: those that there are, whatever it says of their number.
final class PdfPages {
  private static final int MOST = 1_000_000;

  private PdfPages() {}

  static int count(byte[] pdf) throws IOException, UnreadableException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      int pages = count(document.getPages().getCOSObject());
      if (pages == 0) {
        throw new UnreadableException(Obstacle.DAMAGED);
      }
      return pages;
    } catch (InvalidPasswordException needed) {
      throw new UnreadableException(Obstacle.PROTECTED);
    } catch (NoClassDefFoundError lockedByCertificate) {
      throw new UnreadableException(Obstacle.PROTECTED);
    }
  }

  /// Follows the tree of pages, in which a damaged document may have circles.
  private static int count(COSDictionary root) {
    Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<COSDictionary> open = new ArrayDeque<>();
    open.push(root);
    int pages = 0;
    while (!open.isEmpty() && pages < MOST) {
      COSDictionary node = open.pop();
      COSArray kids = node.getCOSArray(COSName.KIDS);
      if (kids == null) {
        pages++;
      } else if (seen.add(node)) {
        for (int i = 0; i < kids.size(); i++) {
          COSBase kid = kids.getObject(i);
          if (kid instanceof COSDictionary dictionary) {
            open.push(dictionary);
          }
        }
      }
    }
    return pages;
  }
}

package dev.parley.ingestion;

import dev.parley.attachment.AttachmentContent;
import dev.parley.attachment.AttachmentRef;
import dev.parley.attachment.AttachmentSource;
import dev.parley.attachment.AttachmentStore;
import dev.parley.attachment.AttachmentUnavailableException;
import dev.parley.attachment.DocumentReader;
import dev.parley.fetch.Fetcher;
import dev.parley.fetch.WebAddress;
import dev.parley.identity.TenantId;
import dev.parley.ingestion.SourceText.Form;
import dev.parley.knowledge.KnowledgeSettings;
import dev.parley.knowledge.Material;
import dev.parley.knowledge.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads what documents are to be made of, wherever it is.
public final class MaterialReader {
  private static final Logger log = LoggerFactory.getLogger(MaterialReader.class);

  private static final String LOST =
      Reading.because("it is not kept any more. Please add it again");

  private final LinkReader links;
  private final FileReader files;
  private final AttachmentSource source;
  private final AttachmentStore kept;
  private final KnowledgeSettings settings;

  /// @param source of the files of all platforms
  public MaterialReader(
      Fetcher fetcher,
      DocumentReader documents,
      AttachmentSource source,
      AttachmentStore kept,
      KnowledgeSettings settings) {
    this.links = new LinkReader(fetcher, documents, settings);
    this.files = new FileReader(documents, settings);
    this.source = source;
    this.kept = kept;
    this.settings = settings;
  }

  /// What a material says. Blocks; an interrupt ends it.
  ///
  /// @throws dev.parley.conversation.StoreUnavailableException where kept files cannot be had
  public Reading read(TenantId tenant, Material material) {
    Reading reading =
        switch (material) {
          case Material.Words words -> words(words);
          case Material.Link link -> links.read(link.address());
          case Material.Attached attached -> attached(tenant, attached.file());
          case Material.Kept file -> kept(tenant, file);
        };
    return bounded(reading);
  }

  /// What a file says whose bytes are at hand.
  ///
  /// @param address under which people find it
  Reading file(String name, byte[] bytes, Optional<URI> address) {
    return bounded(files.read(name, "", bytes, address));
  }

  private Reading bounded(Reading reading) {
    if (!(reading instanceof Reading.Said(SourceText text))) {
      return reading;
    }
    if (text.text().isBlank()) {
      return new Reading.Unreadable(Reading.because("there are no words in it"));
    }
    return text.text().length() > settings.documentCharacters()
        ? new Reading.Unreadable(
            Reading.because(
                "it says more than " + Amounts.of(settings.documentCharacters(), "character")))
        : reading;
  }

  private static Reading words(Material.Words words) {
    return new Reading.Said(
        new SourceText(Form.MARKDOWN, words.title(), "", "text/markdown", words.text(), List.of()));
  }

  private Reading attached(TenantId tenant, AttachmentRef file) {
    if (file.size() > settings.documentBytes()) {
      return files.tooLarge();
    }
    try (InputStream stream = source.open(tenant, file)) {
      byte[] bytes = stream.readNBytes(Math.toIntExact(settings.documentBytes() + 1));
      return files.read(file.name(), file.mediaType(), bytes, Optional.empty());
    } catch (AttachmentUnavailableException unavailable) {
      return unavailable(unavailable.why());
    } catch (IOException broken) {
      log.info("the file {} broke off: {}", file.id(), broken.toString());
      return new Reading.NotNow(
          Reading.because("it could not be fetched as a whole"), Optional.empty());
    }
  }

  private static Reading unavailable(AttachmentUnavailableException.Why why) {
    return switch (why) {
      case GONE -> new Reading.Missing(Reading.because("it is not there any more"));
      case FORBIDDEN -> new Reading.Unreadable(Reading.because("I am not allowed to open it"));
      case ELSEWHERE ->
          new Reading.Unreadable(
              Reading.because("it is kept by another service. Please upload the file itself"));
      case UNREACHABLE ->
          new Reading.NotNow(Reading.because("it could not be fetched"), Optional.empty());
    };
  }

  private Reading kept(TenantId tenant, Material.Kept file) {
    return kept.find(tenant, file.sha256())
        .map(AttachmentContent::bytes)
        .map(bytes -> files.read(file.name(), "", bytes, address(file.origin())))
        .orElseGet(() -> new Reading.Missing(LOST));
  }

  private static Optional<URI> address(Origin origin) {
    return origin.address().flatMap(WebAddress::parse);
  }
}

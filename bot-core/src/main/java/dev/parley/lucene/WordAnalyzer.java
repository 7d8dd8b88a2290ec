package dev.parley.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.core.FlattenGraphFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.segmentation.DefaultICUTokenizerConfig;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// Takes texts of any language apart into words: without case, accents and width, identifiers also
/// by their parts (`getUserById`, `max_retries`), Chinese, Japanese and Korean by pairs of
/// characters.
final class WordAnalyzer extends Analyzer {
  /// Another one whenever the same text gives other words.
  static final String VERSION = "1";

  private static final int IDENTIFIERS =
      WordDelimiterGraphFilter.GENERATE_WORD_PARTS
          | WordDelimiterGraphFilter.GENERATE_NUMBER_PARTS
          | WordDelimiterGraphFilter.CATENATE_ALL
          | WordDelimiterGraphFilter.PRESERVE_ORIGINAL
          | WordDelimiterGraphFilter.SPLIT_ON_CASE_CHANGE
          | WordDelimiterGraphFilter.SPLIT_ON_NUMERICS
          | WordDelimiterGraphFilter.STEM_ENGLISH_POSSESSIVE;

  private final boolean stemmed;

  private WordAnalyzer(boolean stemmed) {
    this.stemmed = stemmed;
  }

  /// Words as they are written.
  static WordAnalyzer words() {
    return new WordAnalyzer(false);
  }

  /// Words without their English endings.
  static WordAnalyzer stems() {
    return new WordAnalyzer(true);
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    Tokenizer source = new ICUTokenizer(new DefaultICUTokenizerConfig(false, true));
    TokenStream words = new CJKBigramFilter(source);
    words = new WordDelimiterGraphFilter(words, IDENTIFIERS, null);
    words = new FlattenGraphFilter(words);
    words = new ICUFoldingFilter(words);
    return new TokenStreamComponents(source, stemmed ? new PorterStemFilter(words) : words);
  }

  @Override
  protected TokenStream normalize(String field, TokenStream words) {
    return new ICUFoldingFilter(words);
  }

  /// The words of a text, in their order.
  List<String> of(String text) {
    List<String> words = new ArrayList<>();
    try (TokenStream stream = tokenStream("", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        words.add(term.toString());
      }
      stream.end();
    } catch (IOException impossible) {
      throw new UncheckedIOException("a text in memory was read", impossible);
    }
    return words;
  }
}

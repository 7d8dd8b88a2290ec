package dev.parley.consultation;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What somebody wants to know, in the words that it is searched for.
///
/// @param words what to search for
/// @param wider what to search for where that finds nothing: with the question before
/// @param informative whether it has any word that could be in a document
public record Question(String words, Optional<String> wider, boolean informative) {
  private static final int LONGEST = 1_000;
  private static final int FEW_WORDS = 2;
  private static final int MANY_WORDS = 5;
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  /// Words of greetings, thanks and talk about the bot, and those without a meaning of their own.
  private static final Set<String> EMPTY =
      words(
          """
          a about again all am an and any are as at be been but by bye can cheers could cool day did do
          does for from good goodbye got great had has have hello help here hey hi how i if in is it its
          just later let lot me morning much my nice night no not of ok okay on one or our perfect please
          see so some sorry sure test testing thank thanks that the them then there these they thing
          things think this those thx to today too up us very was we welcome well were what when where
          which who why will with would yeah yep yes you your
          ab aber als am auch auf aus bei bin bis bist bitte da danke dann das dass dein dem den der des
          die dies dir du ein eine er es für gut gute guten hallo hast hat ich ihr im ist ja kann kannst
          können mein mich mir mit morgen moin nein nicht noch nur oder schön sehr sein sie sind so super
          tag tschüss euch und uns von vor war was wer wie wir wo zu zum
          bonjour salut merci oui non au revoir hola gracias adiós buenos días sí ciao grazie buongiorno
          olá obrigado obrigada привет спасибо да нет привіт дякую так ні 你好 谢谢 こんにちは ありがとう""");

  /// Words by which people mean what was said before.
  private static final Set<String> BACK =
      words(
          """
          it its that this those these they them their he she his her same else more again instead then
          es das dies diese dieser dieses davon dazu damit dafür dort sie ihn noch sonst""");

  /// The latest message, searched for with the one before where it says little or means it.
  public static Question of(String latest, Optional<String> previous) {
    String said = Texts.beginning(latest.strip(), LONGEST);
    Set<String> words = words(said);
    boolean informative = words.stream().anyMatch(word -> !EMPTY.contains(word));
    Optional<String> wider =
        previous
            .map(before -> Texts.beginning(before.strip(), LONGEST))
            .filter(before -> !before.isEmpty())
            .map(before -> before + "\n" + said);
    return informative && wider.isPresent() && meansMore(words)
        ? new Question(wider.get(), Optional.empty(), true)
        : new Question(said, wider, informative);
  }

  private static boolean meansMore(Set<String> words) {
    long telling = words.stream().filter(word -> !EMPTY.contains(word)).count();
    boolean back = telling <= MANY_WORDS && words.stream().anyMatch(BACK::contains);
    return back || (telling <= FEW_WORDS && words.stream().allMatch(Question::isSpaced));
  }

  /// Whether it is of a script whose words have spaces between them: elsewhere nobody can count.
  private static boolean isSpaced(String word) {
    return word.codePoints().allMatch(Question::isSpaced);
  }

  private static boolean isSpaced(int point) {
    return !Character.isIdeographic(point)
        && Character.UnicodeScript.of(point) != Character.UnicodeScript.HIRAGANA
        && Character.UnicodeScript.of(point) != Character.UnicodeScript.KATAKANA
        && Character.UnicodeScript.of(point) != Character.UnicodeScript.THAI;
  }

  private static Set<String> words(String text) {
    return NO_WORD
        .splitAsStream(text.toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }
}

package de.quartierwerk.reporting.print;

import java.text.Normalizer;
import java.util.function.IntPredicate;

/** Letters that can be printed: those of the font that a document carries with it. */
final class Letters {
    /** Stands for a letter that the font lacks. */
    private static final int UNKNOWN = '\u25a1';

    private Letters() {}

    /**
     * A text without control characters and marks of direction, which show nothing and turn what others wrote. A letter
     * that the font lacks becomes an empty square.
     *
     * @param inFont whether the font has a letter
     */
    static String printable(String text, IntPredicate inFont) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        StringBuilder printable = new StringBuilder(composed.length());
        composed.codePoints().forEach(letter -> append(printable, letter, inFont));
        return printable.toString();
    }

    private static void append(StringBuilder printable, int letter, IntPredicate inFont) {
        if (letter == '\n' || letter == '\t' || letter == '\r') {
            printable.append(' ');
        } else if (isShown(letter)) {
            printable.appendCodePoint(inFont.test(letter) ? letter : UNKNOWN);
        }
    }

    private static boolean isShown(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}

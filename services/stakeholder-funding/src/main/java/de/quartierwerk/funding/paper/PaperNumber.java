package de.quartierwerk.funding.paper;

import de.quartierwerk.kit.problem.Invalid;
import java.util.regex.Pattern;

/** Numbers of papers as councils write them, e.g. {@code 2018/0233}; in an address the slash is {@code %2F}. */
final class PaperNumber {

    private static final Pattern PATTERN =
            Pattern.compile("[\\p{L}\\p{Nd}](?:[\\p{L}\\p{Nd}._:/ -]{0,62}[\\p{L}\\p{Nd}])?");

    private PaperNumber() {}

    /** Answers the number if it is one, and refuses with 400 otherwise. */
    static String check(String number) {
        if (!PATTERN.matcher(number).matches()) {
            throw Invalid.parameter("number", number, "paper.number", number);
        }
        return number;
    }
}

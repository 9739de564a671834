package de.quartierwerk.registry.spaceexport;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Gives columns names that a format can hold, none twice whatever the case of its letters. */
final class ColumnNames {
    private final int longest;
    private final Set<String> taken = new HashSet<>();

    /** @param longest bytes of a name */
    ColumnNames(int longest) {
        this.longest = longest;
    }

    /** A free name that is as near to the wanted one as possible. */
    String take(String wanted) {
        String name = cut(wanted, longest);
        for (int number = 2; !taken.add(name.toLowerCase(Locale.ROOT)); number++) {
            String end = "_" + number;
            name = cut(wanted, longest - end.length()) + end;
        }
        return name;
    }

    /** As many whole characters as the bytes hold. */
    static String cut(String text, int bytes) {
        int end = 0;
        for (int used = 0; end < text.length(); ) {
            int character = text.codePointAt(end);
            used += Character.toString(character).getBytes(StandardCharsets.UTF_8).length;
            if (used > bytes) {
                break;
            }
            end += Character.charCount(character);
        }
        return text.substring(0, end);
    }
}

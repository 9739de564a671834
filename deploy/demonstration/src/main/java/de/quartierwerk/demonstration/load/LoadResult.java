package de.quartierwerk.demonstration.load;

import java.util.List;
import java.util.Locale;

/**
 * What the platform found in the loaded region.
 *
 * @param spaces number of social spaces
 * @param spacesInNeed spaces with at least one need for action
 * @param fields the fields of action
 * @param report address of the monitoring report's page
 */
public record LoadResult(int spaces, int spacesInNeed, List<FieldCount> fields, String report) {

    /** Copies the list. */
    public LoadResult {
        fields = List.copyOf(fields);
    }

    /**
     * A field of action with its counts.
     *
     * @param code code of the need
     * @param title its title
     * @param spaces spaces that have it
     * @param municipalities municipalities with such a space
     */
    public record FieldCount(String code, String title, int spaces, int municipalities) {}

    /** The counts in lines for people. */
    public List<String> lines() {
        List<String> lines = new java.util.ArrayList<>();
        lines.add(String.format(
                Locale.ROOT, "Need for action in %d of %d social spaces (made-up region)", spacesInNeed, spaces));
        for (FieldCount field : fields) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  %-42s %3d spaces in %d municipalities",
                    field.title(),
                    field.spaces(),
                    field.municipalities()));
        }
        return lines;
    }
}

package de.quartierwerk.reporting.text;

import java.util.Locale;
import java.util.ResourceBundle;

/**
 * How a level of spaces (Raumebene) is called in a sentence. In German its own name is put into the plural by its
 * ending; in English, levels that every installation knows have a name, others are called spaces.
 *
 * @param one a single space of the level, e.g. {@code Sozialraum}
 * @param many several, e.g. {@code Sozialräume}
 * @param dative several after a preposition, e.g. {@code Sozialräumen}
 */
public record LevelWords(String one, String many, String dative) {
    private static final String BUNDLE = "pages/levels";
    private static final String OTHER = "other";
    private static final String KNOWN = "known.";
    private static final String ENDINGS = "endings";

    /**
     * The words of a level.
     *
     * @param code code of the level
     * @param name its name, as the registry published it
     */
    public static LevelWords of(Words w, String code, String name) {
        ResourceBundle words = bundle(w);
        if (words.containsKey(KNOWN + code)) {
            return parse(words.getString(KNOWN + code));
        }
        String lower = name.toLowerCase(Locale.GERMAN);
        for (String rule : words.getString(ENDINGS).split(" ", -1)) {
            String[] forms = rule.split(":", -1);
            if (forms.length == 3 && lower.endsWith(forms[0])) {
                String stem = name.substring(0, name.length() - forms[0].length());
                return new LevelWords(name, joined(stem, forms[1]), joined(stem, forms[2]));
            }
        }
        return parse(bundle(w).getString(OTHER));
    }

    /** The words for spaces of no level in particular. */
    public static LevelWords other(Words w) {
        return parse(bundle(w).getString(OTHER));
    }

    /** A number of spaces, e.g. {@code 15 Sozialräume}. */
    public String counted(Words w, int count) {
        return w.numbers().count(count) + " " + (count == 1 ? one : many);
    }

    /** A number of spaces after a preposition, e.g. {@code 5 Gemeinden}. */
    public String countedDative(Words w, int count) {
        return w.numbers().count(count) + " " + (count == 1 ? one : dative);
    }

    private static ResourceBundle bundle(Words w) {
        return ResourceBundle.getBundle(
                BUNDLE,
                w.language().locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static LevelWords parse(String forms) {
        String[] parts = forms.split(":", -1);
        return new LevelWords(parts[0], parts[1], parts[parts.length - 1]);
    }

    private static String joined(String stem, String ending) {
        return stem.isEmpty() ? ending.substring(0, 1).toUpperCase(Locale.GERMAN) + ending.substring(1) : stem + ending;
    }
}

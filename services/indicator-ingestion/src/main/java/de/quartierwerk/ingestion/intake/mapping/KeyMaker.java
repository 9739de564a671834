package de.quartierwerk.ingestion.intake.mapping;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import de.quartierwerk.ingestion.intake.file.HeaderBlock;
import de.quartierwerk.kit.web.KeyPattern;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes keys of the texts in cells, as a mapping states it. Patterns run in time linear to the text (RE2). */
public final class KeyMaker {
    private static final java.util.regex.Pattern AS_DECIMAL = java.util.regex.Pattern.compile("(\\d+)\\.0+");

    private final Map<String, String> translate;
    private final @Nullable Pattern pattern;
    private final String remove;
    private final int padTo;
    private final String prefix;

    /** @param rule a rule that holds */
    public KeyMaker(KeyRule rule) {
        this.translate = rule.translate() == null ? Map.of() : rule.translate();
        this.pattern = rule.pattern() == null ? null : KeyPattern.compile(rule.pattern());
        this.remove = Objects.requireNonNullElse(rule.remove(), "");
        this.padTo = Objects.requireNonNullElse(rule.padTo(), 0);
        this.prefix = Objects.requireNonNullElse(rule.prefix(), "");
    }

    /** Whether anything is stated, so that a key may differ from its cell. */
    public boolean changes() {
        return !translate.isEmpty() || pattern != null || !remove.isEmpty() || padTo > 0 || !prefix.isEmpty();
    }

    /** The key that a text stands for; the text itself where nothing of the rule applies to it. */
    public String key(String text) {
        String translated = translate.get(HeaderBlock.name(text));
        if (translated != null) {
            return translated;
        }
        String key = matched(text);
        if (key == null) {
            return text;
        }
        if (!remove.isEmpty()) {
            key = removed(key);
        }
        key = padTo > 0 ? padded(key, padTo) : key;
        return key.isEmpty() ? text : prefix + key;
    }

    private @Nullable String matched(String text) {
        if (pattern == null) {
            return text;
        }
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            return null;
        }
        return found.groupCount() == 0 ? found.group() : found.group(1);
    }

    private String removed(String key) {
        StringBuilder kept = new StringBuilder();
        for (int i = 0; i < key.length(); i++) {
            if (remove.indexOf(key.charAt(i)) < 0) {
                kept.append(key.charAt(i));
            }
        }
        return kept.toString();
    }

    /** Digits with zeros in front, also where a program made a decimal number of them ({@code 1002.0}). */
    static String padded(String text, int length) {
        String digits = withoutDecimals(text);
        boolean number = !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return number && digits.length() < length ? "0".repeat(length - digits.length()) + digits : digits;
    }

    /**
     * Digits that a program made a decimal number of, without the decimals; the text itself where it is no such one.
     */
    public static String withoutDecimals(String text) {
        java.util.regex.Matcher decimal = AS_DECIMAL.matcher(text);
        return decimal.matches() ? decimal.group(1) : text;
    }
}

package de.quartierwerk.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.kit.problem.Messages;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What holds for the message bundles of every service; a service's test class extends it and is otherwise empty. */
public abstract class MessagesTest {

    private static final String DETAIL = ".detail";

    private final Map<String, String> german = Messages.load(Locale.GERMAN);
    private final Map<String, String> english = Messages.load(Locale.ENGLISH);

    /** For subclasses. */
    protected MessagesTest() {}

    @Test
    void everyTextIsThereInBothLanguages() {
        assertThat(new TreeSet<>(german.keySet())).isEqualTo(new TreeSet<>(english.keySet()));
    }

    @Test
    void everyDetailHasATitle() {
        List<String> orphans = german.keySet().stream()
                .filter(key -> key.endsWith(DETAIL))
                .filter(key -> !german.containsKey(key.substring(0, key.length() - DETAIL.length())))
                .toList();

        assertThat(orphans).isEmpty();
    }

    @Test
    void everyTextIsAPatternOfAsManyArgumentsInBothLanguages() {
        List<String> faults = new ArrayList<>();
        german.forEach((key, text) -> {
            int arguments = new MessageFormat(text, Locale.GERMAN).getFormatsByArgumentIndex().length;
            String other = english.getOrDefault(key, "");
            if (new MessageFormat(other, Locale.ENGLISH).getFormatsByArgumentIndex().length != arguments) {
                faults.add(key + " has another number of arguments in English");
            }
            if (loneQuote(text) || loneQuote(other)) {
                faults.add(key + " has a single ' (write it twice)");
            }
        });

        assertThat(faults).isEmpty();
    }

    private static boolean loneQuote(String text) {
        return text.replace("''", "").contains("'");
    }
}

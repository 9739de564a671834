package de.quartierwerk.ingestion.intake.validation.reading;

import de.quartierwerk.events.ValueStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What texts in status cells and letters behind numbers mean: our own words, the code list CL_OBS_STATUS of SDMX (upper
 * case), the flags of Eurostat and the letters of German offices (lower case), and what the mapping states. Provisional
 * and revised values, breaks and other definitions are normal ones.
 */
final class Statuses {
    private static final Map<String, String> USUAL = new HashMap<>();

    static {
        for (String own : List.of(
                ValueStatus.NORMAL,
                ValueStatus.ESTIMATED,
                ValueStatus.UNRELIABLE,
                ValueStatus.MISSING,
                ValueStatus.SUPPRESSED)) {
            USUAL.put(own, own);
        }
        List.of("A", "B", "D", "P", "R", "V", "W", "K", "b", "d", "p", "r", "i", "k")
                .forEach(code -> USUAL.put(code, ValueStatus.NORMAL));
        List.of("E", "F", "G", "I", "e", "f", "s").forEach(code -> USUAL.put(code, ValueStatus.ESTIMATED));
        List.of("N", "U", "n", "u").forEach(code -> USUAL.put(code, ValueStatus.UNRELIABLE));
        List.of("H", "L", "M", "O", "S", "m", "z").forEach(code -> USUAL.put(code, ValueStatus.MISSING));
        List.of("Q", "C", "c").forEach(code -> USUAL.put(code, ValueStatus.SUPPRESSED));
    }

    /** Of several letters the one that says most against a number holds. */
    private static final List<String> GRAVEST_FIRST = List.of(
            ValueStatus.SUPPRESSED,
            ValueStatus.MISSING,
            ValueStatus.UNRELIABLE,
            ValueStatus.ESTIMATED,
            ValueStatus.NORMAL);

    private final Map<String, String> stated;

    /** @param stated texts and their status, as the mapping has them */
    Statuses(Map<String, String> stated) {
        this.stated = Map.copyOf(stated);
    }

    /** The status that a text means; null where it means none. */
    @Nullable
    String of(String text) {
        String known = known(text);
        return known != null ? known : ofLetters(text);
    }

    private @Nullable String known(String text) {
        String own = stated.get(text);
        return own != null ? own : USUAL.get(text);
    }

    /** Several letters together, as in Eurostat's {@code be}. */
    private @Nullable String ofLetters(String text) {
        if (text.length() > 5) {
            return null;
        }
        String gravest = null;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == ' ' || text.charAt(i) == ',') {
                continue;
            }
            String status = known(text.substring(i, i + 1));
            if (status == null) {
                return null;
            }
            boolean graver = gravest == null || GRAVEST_FIRST.indexOf(status) < GRAVEST_FIRST.indexOf(gravest);
            gravest = graver ? status : gravest;
        }
        return gravest;
    }
}

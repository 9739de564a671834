package de.quartierwerk.registry.space;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Official keys of an administrative space: the regional key (Amtlicher Regionalschlüssel, ARS) of a municipality has
 * twelve digits, its municipality key (Amtlicher Gemeindeschlüssel, AGS) eight: the same without the association of
 * municipalities. A district has five in both, an association nine in the ARS only.
 *
 * @param ars regional key
 * @param ags municipality key
 */
record OfficialKey(@Nullable String ars, @Nullable String ags) {
    static final String ADMINISTRATIVE = "administrative";

    private static final OfficialKey NONE = new OfficialKey(null, null);
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final int DISTRICT = 5;
    private static final int MUNICIPALITY = 8;
    private static final int ASSOCIATION = 9;
    private static final int REGIONAL = 12;

    /** The official keys that the space's own key says, or its attribute {@code ars} where its key is an AGS. */
    static OfficialKey of(Space space) {
        String key = space.key();
        if (!ADMINISTRATIVE.equals(space.hierarchy()) || !DIGITS.matcher(key).matches()) {
            return NONE;
        }
        return switch (key.length()) {
            case DISTRICT -> new OfficialKey(key, key);
            case MUNICIPALITY -> new OfficialKey(arsOf(space).orElse(null), key);
            case ASSOCIATION -> new OfficialKey(key, null);
            case REGIONAL -> new OfficialKey(key, ags(key));
            default -> NONE;
        };
    }

    private static Optional<String> arsOf(Space space) {
        return space.attributes().properties().stream()
                .filter(attribute -> attribute.getKey().equalsIgnoreCase("ars"))
                .map(Map.Entry::getValue)
                .map(JsonNode::asText)
                .filter(ars ->
                        ars.length() == REGIONAL && DIGITS.matcher(ars).matches() && ags(ars).equals(space.key()))
                .findFirst();
    }

    private static String ags(String ars) {
        return ars.substring(0, DISTRICT) + ars.substring(ASSOCIATION);
    }
}

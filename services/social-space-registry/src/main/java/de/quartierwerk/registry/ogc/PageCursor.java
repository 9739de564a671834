package de.quartierwerk.registry.ogc;

import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.registry.span.SpanPosition;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a page begins or ends. Pages are found by the key beside them, so that the last one is as fast as the first.
 *
 * @param backwards whether the page ends before the position, else it begins after it
 * @param position a position in the order of the spans
 */
record PageCursor(boolean backwards, SpanPosition position) {
    private static final String AFTER = ">";
    private static final String BEFORE = "<";

    /** The cursor of a parameter, or the start of the list. */
    static PageCursor of(@Nullable String cursor) {
        if (cursor == null) {
            return new PageCursor(false, SpanPosition.START);
        }
        return read(cursor).orElseThrow(() -> Invalid.parameter("cursor", cursor, "page.cursor-malformed"));
    }

    private static Optional<PageCursor> read(String cursor) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            String text = new String(bytes, StandardCharsets.UTF_8);
            boolean known = text.startsWith(AFTER) || text.startsWith(BEFORE);
            return known
                    ? FeatureId.read(text.substring(1))
                            .map(position -> new PageCursor(text.startsWith(BEFORE), position))
                    : Optional.empty();
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        String text = (backwards ? BEFORE : AFTER) + FeatureId.of(position);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}

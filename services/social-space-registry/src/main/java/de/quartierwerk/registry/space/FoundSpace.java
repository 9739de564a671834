package de.quartierwerk.registry.space;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A space of a list, and with a text how well the text names it.
 *
 * @param space the space
 * @param match what of the space the text is; absent without a text
 * @param score similarity from 0 to 1; absent without a text
 */
record FoundSpace(
        Space space, @Nullable Match match, @Nullable Double score) {
    /** What of a space a text is, the best first. */
    @Schema(
            name = "SpaceMatch",
            description = "What the text is: key, whole name, start of the name, start of a word, a part, or similar")
    enum Match {
        /** The key. */
        @JsonProperty("key")
        KEY,
        /** The whole name or short name. */
        @JsonProperty("name")
        NAME,
        /** The start of the name. */
        @JsonProperty("name-start")
        NAME_START,
        /** The start of a word. */
        @JsonProperty("word-start")
        WORD_START,
        /** A part. */
        @JsonProperty("part")
        PART,
        /** Similar, such as with a letter missing. */
        @JsonProperty("similar")
        SIMILAR
    }

    /** A space that no text was looked for. */
    static FoundSpace of(Space space) {
        return new FoundSpace(space, null, null);
    }
}

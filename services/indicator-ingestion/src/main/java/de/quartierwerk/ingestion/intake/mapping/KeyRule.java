package de.quartierwerk.ingestion.intake.mapping;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How the text of a space's cell becomes a key (Schlüsselregel). The steps come in this order; each may be left out.
 *
 * @param columns columns whose texts are put together, instead of the one of the space
 * @param translate texts of the cell and the keys that they stand for; nothing else is done to those
 * @param pattern regular expression (RE2); its first group, or else what it matches, is kept
 * @param remove characters that are removed
 * @param padTo length up to which zeros are put in front of digits
 * @param prefix text that is put in front
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "MappingKey",
        description = "How the text of the space's cell becomes a key; done in the order columns, translate, pattern,"
                + " remove, padTo, prefix",
        examples = "{\"pattern\":\"^(\\\\d+)\",\"padTo\":3,\"prefix\":\"05315\"}")
public record KeyRule(
        @Schema(description = "Columns whose texts make up the key together, instead of spaceColumn") @Nullable
        List<Part> columns,

        @JsonDeserialize(using = TextsOnce.class)
        @Schema(
                type = SchemaType.OBJECT,
                additionalProperties = String.class,
                description = "Texts of the cell and the keys that they stand for",
                examples = "{\"Bonn\":\"05314000\"}")
        @Nullable
        Map<String, String> translate,

        @Schema(
                description = "Regular expression (RE2 syntax) that is looked for in the cell; its first group, or else"
                        + " the whole match, is the key",
                examples = "^(\\d+)")
        @Nullable
        String pattern,

        @Schema(description = "Characters that are removed, each of them", examples = " ./") @Nullable
        String remove,

        @Schema(
                description = "Length up to which zeros are put in front of digits",
                examples = "8",
                minimum = "1",
                maximum = "64")
        @Nullable
        Integer padTo,

        @Schema(description = "Text that is put in front", examples = "05315") @Nullable
        String prefix) {

    /** Cells hold keys as they are. */
    public static final KeyRule NONE = new KeyRule(null, null, null, null, null, null);

    /** Copies columns and translations. */
    public KeyRule {
        columns = columns == null ? null : List.copyOf(columns);
        translate = translate == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(translate));
    }

    /**
     * A column that holds a part of the key.
     *
     * @param column name or number of the column
     * @param padTo length up to which zeros are put in front of its text
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(
            name = "MappingKeyColumn",
            description = "A column that holds a part of the key",
            examples = "{\"column\":\"Kreis\",\"padTo\":2}")
    public record Part(
            @Schema(description = "Name or number of the column", examples = "Kreis")
            String column,

            @Schema(description = "Length up to which zeros are put in front of its text", examples = "2") @Nullable
            Integer padTo) {}

    /** The columns whose texts are put together; empty where there is only that of the space. */
    public List<Part> parts() {
        return columns == null ? List.of() : columns;
    }

    /** The same with another length up to which zeros are put in front. */
    public KeyRule withPadTo(int length) {
        return new KeyRule(columns, translate, pattern, remove, length, prefix);
    }
}

package de.quartierwerk.registry.level;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An attribute (Merkmal) that spaces of a level have.
 *
 * @param name name in files and answers
 * @param type what its values are
 * @param title name for people
 * @param unit unit of its values
 * @param required whether every space must have it; absent: no
 */
@Schema(name = "LevelAttribute", description = "An attribute that spaces of a level have; others stay free")
public record LevelAttribute(
        @NotBlank @Size(max = 100) @Schema(examples = "dwellings")
        String name,

        @NotNull Type type,

        @Size(max = 200) @Schema(examples = "Wohnungen") @Nullable
        String title,

        @Size(max = 40) @Schema(examples = "Wohnungen") @Nullable
        String unit,

        @Schema(description = "Whether every space must have it", defaultValue = "false") @Nullable
        Boolean required) {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,100}([.,]\\d{1,100})?");
    private static final Set<String> YES = Set.of("true", "ja", "yes", "1");
    private static final Set<String> NO = Set.of("false", "nein", "no", "0");

    /** What values are. */
    @Schema(name = "LevelAttributeType")
    public enum Type {
        /** Any text. */
        @JsonProperty("text")
        TEXT,
        /** A number without decimals. */
        @JsonProperty("integer")
        INTEGER,
        /** A number; files may write a comma. */
        @JsonProperty("decimal")
        DECIMAL,
        /** A day as {@code 2020-12-31}. */
        @JsonProperty("date")
        DATE,
        /** True or false; files may write ja, nein, 1 or 0. */
        @JsonProperty("boolean")
        BOOLEAN
    }

    /** The type as it is written in JSON. */
    public String typeName() {
        return type.name().toLowerCase(Locale.ROOT);
    }

    boolean isRequired() {
        return Boolean.TRUE.equals(required);
    }

    /** The value in this attribute's type; empty where it is none. */
    Optional<JsonNode> typed(JsonNode value) {
        if (value.isContainerNode()) {
            return Optional.empty();
        }
        String text = value.asText().strip();
        return switch (type) {
            case TEXT -> Optional.of(value.isTextual() ? value : TextNode.valueOf(text));
            case INTEGER -> number(value, text).filter(LevelAttribute::isWhole).map(DecimalNode::valueOf);
            case DECIMAL -> number(value, text).map(DecimalNode::valueOf);
            case DATE -> date(text);
            case BOOLEAN -> truth(value, text);
        };
    }

    private static Optional<BigDecimal> number(JsonNode value, String text) {
        if (value.isNumber()) {
            return Optional.of(value.decimalValue());
        }
        return NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text.replace(',', '.'))) : Optional.empty();
    }

    private static boolean isWhole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0;
    }

    /** A day; programs that know only instants add midnight. */
    private static Optional<JsonNode> date(String text) {
        try {
            String day = text.replaceFirst("T00:00:00(\\.0+)?Z?$", "");
            return Optional.of(TextNode.valueOf(LocalDate.parse(day).toString()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<JsonNode> truth(JsonNode value, String text) {
        if (value.isBoolean()) {
            return Optional.of(value);
        }
        if (YES.contains(text)) {
            return Optional.of(BooleanNode.TRUE);
        }
        return NO.contains(text) ? Optional.of(BooleanNode.FALSE) : Optional.empty();
    }
}

package de.quartierwerk.registry.level;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.re2j.Pattern;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What a level says of its spaces.
 *
 * @param keyPattern form of their keys; absent: any
 * @param attributes their attributes; others are free
 */
public record LevelRules(@Nullable Pattern keyPattern, List<LevelAttribute> attributes) {
    /** Rules of a level that says nothing. */
    public static final LevelRules NONE = new LevelRules(null, List.of());

    public LevelRules {
        attributes = List.copyOf(attributes);
    }

    /** The pattern that a key should match and does not. */
    public Optional<String> patternAgainst(String key) {
        return keyPattern == null || keyPattern.matches(key) ? Optional.empty() : Optional.of(keyPattern.pattern());
    }

    /**
     * Brings values into the types of the level's attributes.
     *
     * @param wrong is told each value that has another type
     */
    public void type(ObjectNode values, BiConsumer<LevelAttribute, JsonNode> wrong) {
        for (LevelAttribute attribute : attributes) {
            JsonNode value = values.get(attribute.name());
            if (value != null && !value.isNull()) {
                attribute
                        .typed(value)
                        .ifPresentOrElse(
                                typed -> values.set(attribute.name(), typed), () -> wrong.accept(attribute, value));
            }
        }
    }

    /** Names of the attributes that a space must have and lacks. */
    public List<String> missing(ObjectNode values) {
        return attributes.stream()
                .filter(attribute -> attribute.isRequired() && !values.hasNonNull(attribute.name()))
                .map(LevelAttribute::name)
                .toList();
    }
}

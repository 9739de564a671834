package de.quartierwerk.ingestion.space;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Levels and spaces, for the other features. */
@ApplicationScoped
public class Spaces {
    private static final int SQUARE_KILOMETRE_DIGITS = 6;

    private final SpaceStatements statements;

    Spaces(SpaceStatements statements) {
        this.statements = statements;
    }

    /** Whether a level is known, be it by itself or from a space. */
    public boolean levelExists(String level) {
        return statements.levelExists(level);
    }

    /** Whether a space of the key is known. */
    public boolean exists(String key) {
        return statements.exists(key);
    }

    /** Codes of the known levels and their names. */
    public Map<String, String> levelNames() {
        return statements.levelNames();
    }

    /** The trees of all days. */
    public SpaceTrees trees() {
        List<Space> all = new ArrayList<>();
        forEach(all::add);
        return new SpaceTrees(all, statements.former(), statements.ranks());
    }

    /** Takes all spaces one by one, whenever they are valid. */
    public void forEach(Consumer<Space> consumer) {
        statements.forEach(consumer);
    }

    /**
     * Takes the spaces of a level that are valid on a day, in the order of their keys.
     *
     * @param areas only those within these areas; null for all
     */
    public void ofLevel(String level, LocalDate day, @Nullable List<String> areas, Consumer<Space> consumer) {
        statements.ofLevel(level, day, areas, consumer);
    }

    /** Areas in square kilometres of those of the spaces that have one on the day. */
    public Map<String, BigDecimal> squareKilometres(Collection<String> keys, LocalDate day) {
        Map<String, BigDecimal> areas = new HashMap<>(statements.squareMetres(keys, day));
        areas.replaceAll((space, metres) -> metres.movePointLeft(SQUARE_KILOMETRE_DIGITS));
        return areas;
    }

    /** Whether all of these spaces lie within the areas. */
    public boolean within(List<String> spaces, String[] areas) {
        return statements.areWithin(spaces, areas);
    }
}

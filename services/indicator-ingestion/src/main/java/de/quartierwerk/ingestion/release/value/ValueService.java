package de.quartierwerk.ingestion.release.value;

import de.quartierwerk.ingestion.catalogue.Catalogue;
import de.quartierwerk.ingestion.space.SpaceAreas;
import de.quartierwerk.ingestion.space.Spaces;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.identity.RoleGroups;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.problem.NotFound;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who sees which values, and what a read at an instant means. */
@ApplicationScoped
class ValueService {
    private final ValueStatements statements;
    private final Catalogue catalogue;
    private final Spaces spaces;
    private final SpaceAreas areas;
    private final Caller caller;

    ValueService(ValueStatements statements, Catalogue catalogue, Spaces spaces, SpaceAreas areas, Caller caller) {
        this.statements = statements;
        this.catalogue = catalogue;
        this.spaces = spaces;
        this.areas = areas;
        this.caller = caller;
    }

    /** Refuses codes that nobody has defined: an empty list would say that there are no values. */
    void requireKnown(List<String> indicators, @Nullable String level, List<String> keys) {
        Set<String> defined =
                indicators.isEmpty() ? Set.of() : catalogue.find(indicators).keySet();
        for (String code : indicators) {
            if (!defined.contains(code)) {
                throw new NotFound("indicator.unknown", code);
            }
        }
        if (level != null && !spaces.levelExists(level)) {
            throw new NotFound("level.unknown", level);
        }
        areas.requireKnown(keys);
    }

    boolean exactEverywhere() {
        return seesExact() && caller.everywhere();
    }

    Set<String> exactAreas() {
        return seesExact() ? caller.areas() : Set.of();
    }

    private boolean seesExact() {
        return caller.hasAny(RoleGroups.stewards());
    }

    /**
     * Makes sure that a read at the instant will give the same forever: what follows it cannot come before it any more.
     */
    void settle(@Nullable Instant recordedAt) {
        if (recordedAt == null) {
            return;
        }
        if (statements.isFuture(recordedAt)) {
            throw Invalid.parameter("recordedAt", recordedAt, "value.recorded-at-future", recordedAt);
        }
        QuarkusTransaction.requiringNew().run(statements::waitForReleases);
    }

    List<ValueResponse> find(ValueQuery query) {
        return statements.find(query);
    }

    /**
     * Where a table of so many rows ends.
     *
     * @return indicator, period and space of its last row; null where no row follows it
     */
    @Nullable
    List<String> lastOf(ValueQuery query, int rows) {
        return statements.lastOf(query, rows);
    }
}

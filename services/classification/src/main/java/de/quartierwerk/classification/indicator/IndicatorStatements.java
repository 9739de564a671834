package de.quartierwerk.classification.indicator;

import de.quartierwerk.events.IndicatorDefined;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Jdbi;

/** The copies of the catalogue's definitions: taken over and read as sets. */
@ApplicationScoped
class IndicatorStatements {
    private static final String ACCEPT = """
            insert into indicator (code, name, unit, kind, polarity, minimum_count, protection_method, deviation, version)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict on constraint pk_indicator do update
                set name = excluded.name, unit = excluded.unit, kind = excluded.kind, polarity = excluded.polarity,
                    minimum_count = excluded.minimum_count, protection_method = excluded.protection_method,
                    deviation = excluded.deviation, version = excluded.version
            where excluded.version > indicator.version""";

    private final Jdbi jdbi;

    IndicatorStatements(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    List<Indicator> find(Collection<String> codes) {
        return jdbi.withHandle(handle -> handle.select("""
                        select code, name, unit, kind, polarity, minimum_count, protection_method, deviation
                        from indicator where code = any(?)""", (Object) codes.toArray(String[]::new))
                .map((row, context) -> new Indicator(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getInt(6),
                        row.getString(7) == null ? null : new Indicator.Noise(row.getString(7), row.getDouble(8))))
                .list());
    }

    /** Takes over a definition unless the one held is as new. */
    void accept(IndicatorDefined definition) {
        IndicatorDefined.Protection protection = definition.protection();
        jdbi.useHandle(handle -> handle.execute(
                ACCEPT,
                definition.code(),
                definition.name(),
                definition.unit(),
                definition.kind(),
                Objects.requireNonNullElse(definition.polarity(), "neutral"),
                Math.max(Indicator.USUAL_MINIMUM, definition.minimumCount()),
                protection == null ? null : protection.method(),
                protection == null ? null : protection.deviation(),
                definition.version()));
    }
}

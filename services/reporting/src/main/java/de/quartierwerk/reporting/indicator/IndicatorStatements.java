package de.quartierwerk.reporting.indicator;

import de.quartierwerk.events.IndicatorDefined;
import de.quartierwerk.reporting.code.Codes;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** SQL on the indicator definitions of the read model. */
@ApplicationScoped
class IndicatorStatements {
    private static final String UPSERT = """
            insert into indicator (code, version, name, description, unit, kind, polarity, theme, source, licence)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (code) do update
            set version = excluded.version, name = excluded.name, description = excluded.description,
                unit = excluded.unit, kind = excluded.kind, polarity = excluded.polarity, theme = excluded.theme,
                source = excluded.source, licence = excluded.licence
            where indicator.version < excluded.version""";

    private final Jdbi jdbi;

    IndicatorStatements(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void upsert(IndicatorDefined indicator) {
        jdbi.useHandle(handle -> handle.execute(
                UPSERT,
                indicator.code(),
                indicator.version(),
                indicator.name(),
                indicator.description(),
                indicator.unit(),
                indicator.kind(),
                indicator.polarity(),
                indicator.theme(),
                indicator.source(),
                indicator.licence()));
    }

    void truncate() {
        jdbi.useHandle(handle -> handle.execute("truncate indicator"));
    }

    List<Indicator> byCodes(Collection<String> codes) {
        return jdbi.withHandle(handle -> handle.select(
                        "select code, version, name, description, unit, kind, polarity, theme, source, licence "
                                + "from indicator where code = any(?)",
                        (Object) codes.toArray(String[]::new))
                .map((row, context) -> indicator(row))
                .list());
    }

    private static Indicator indicator(ResultSet row) throws SQLException {
        return new Indicator(
                row.getString("code"),
                row.getLong("version"),
                new Indicator.Definition(
                        row.getString("name"),
                        row.getString("description"),
                        row.getString("unit"),
                        Codes.parse(IndicatorKind.class, row.getString("kind")),
                        Codes.parseNullable(Polarity.class, row.getString("polarity")),
                        row.getString("theme"),
                        row.getString("source"),
                        row.getString("licence")));
    }
}

package de.quartierwerk.reporting.indicator;

import de.quartierwerk.events.IndicatorDefined;
import de.quartierwerk.kit.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The indicator definitions of the read model. */
@ApplicationScoped
public class Indicators {
    private final Sql sql;

    Indicators(Sql sql) {
        this.sql = sql;
    }

    void store(IndicatorDefined indicator) {
        sql.update(
                "insert into indicator (code, version, name, description, unit, kind, polarity, theme, source, licence) "
                        + "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (code) do update set "
                        + "version = excluded.version, name = excluded.name, description = excluded.description, "
                        + "unit = excluded.unit, kind = excluded.kind, polarity = excluded.polarity, "
                        + "theme = excluded.theme, source = excluded.source, licence = excluded.licence "
                        + "where indicator.version < excluded.version",
                indicator.code(),
                indicator.version(),
                indicator.name(),
                indicator.description(),
                indicator.unit(),
                indicator.kind(),
                indicator.polarity(),
                indicator.theme(),
                indicator.source(),
                indicator.licence());
    }

    /** Empties the read model of definitions. */
    public void clear() {
        sql.update("truncate indicator");
    }

    /** Definitions of the indicators of values, by code; one that has not arrived is known by its code only. */
    public Map<String, Indicator> of(Collection<PublicValue> values) {
        Set<String> codes = values.stream().map(PublicValue::indicator).collect(Collectors.toCollection(TreeSet::new));
        Map<String, Indicator> definitions = new TreeMap<>();
        codes.forEach(code -> definitions.put(code, unknown(code)));
        sql.list("select * from indicator where code = any(?)", Indicators::indicator, (Object)
                        codes.toArray(String[]::new))
                .forEach(definition -> definitions.put(definition.code(), definition));
        return definitions;
    }

    private static Indicator indicator(ResultSet row) throws SQLException {
        return new Indicator(
                row.getString("code"),
                row.getLong("version"),
                row.getString("name"),
                row.getString("description"),
                row.getString("unit"),
                row.getString("kind"),
                row.getString("polarity"),
                row.getString("theme"),
                row.getString("source"),
                row.getString("licence"));
    }

    private static Indicator unknown(String code) {
        return new Indicator(code, 0, code, null, "", "", null, null, null, null);
    }
}

package de.quartierwerk.ingestion.catalogue;

import de.quartierwerk.kit.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Themes in the database, and the version of the catalogue as a whole. */
@ApplicationScoped
class ThemeRepository {
    private final Sql sql;

    ThemeRepository(Sql sql) {
        this.sql = sql;
    }

    Map<String, Theme> all() {
        Map<String, Theme> themes = new TreeMap<>();
        sql.list(
                "select code, name, english_name from theme",
                row -> themes.put(
                        row.getString("code"), new Theme(row.getString("name"), row.getString("english_name"))));
        return themes;
    }

    void store(String code, Theme theme) {
        sql.update("""
                insert into theme (code, name, english_name) values (?, ?, ?)
                on conflict (code) do update set name = excluded.name, english_name = excluded.english_name,
                  version = theme.version + 1""", code, theme.name(), theme.englishName());
    }

    /** Grows by one with every version of a definition or theme. */
    long catalogueVersion() {
        return sql.number("""
                select (select count(*) from indicator where not starts_with(code, ?))
                  + coalesce((select sum(version) from theme), 0)""", Indicator.BUILT_IN);
    }

    List<ThemeView> withIndicators() {
        return sql.list(
                """
                select code, coalesce(t.name, code) as name, t.english_name, coalesce(i.number, 0) as number
                from theme t full join (
                  select document ->> 'theme' as code, count(*) as number from indicator
                  where current and document ->> 'theme' is not null group by 1) i using (code)
                order by code""",
                row -> new ThemeView(
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("english_name"),
                        row.getLong("number")));
    }
}

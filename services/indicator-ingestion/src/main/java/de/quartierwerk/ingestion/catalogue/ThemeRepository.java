package de.quartierwerk.ingestion.catalogue;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;

/** Themes in the database. */
@ApplicationScoped
class ThemeRepository implements PanacheRepositoryBase<ThemeEntity, String> {

    Map<String, Theme> all() {
        Map<String, Theme> themes = new TreeMap<>();
        listAll().forEach(entity -> themes.put(entity.code, entity.theme()));
        return themes;
    }

    /** Stores the themes; one that is as it was keeps its version. */
    void store(Map<String, Theme> themes) {
        Map<String, ThemeEntity> known = new TreeMap<>();
        listAll().forEach(entity -> known.put(entity.code, entity));
        themes.forEach((code, theme) -> {
            ThemeEntity entity = known.get(code);
            if (entity == null) {
                entity = new ThemeEntity();
                entity.code = code;
            }
            entity.name = theme.name();
            entity.englishName = theme.englishName();
            persist(entity);
        });
        flush();
    }

    /** How many versions of themes there are. */
    long countVersions() {
        return find("select coalesce(sum(version), 0) from ThemeEntity")
                .project(Long.class)
                .singleResult();
    }
}

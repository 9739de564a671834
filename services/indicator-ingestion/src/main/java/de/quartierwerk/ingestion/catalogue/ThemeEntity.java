package de.quartierwerk.ingestion.catalogue;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** Row of a theme. */
@Entity
@Table(name = "theme")
class ThemeEntity {

    @Id
    String code;

    @Version
    long version = 1;

    String name;

    @Nullable
    String englishName;

    Theme theme() {
        return new Theme(name, englishName);
    }
}

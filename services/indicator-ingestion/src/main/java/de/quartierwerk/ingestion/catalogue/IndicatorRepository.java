package de.quartierwerk.ingestion.catalogue;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Definitions in the database. */
@ApplicationScoped
class IndicatorRepository implements PanacheRepositoryBase<IndicatorVersion, IndicatorVersion.Key> {

    Optional<Indicator> current(String code) {
        return find("code = ?1 and current", code).project(Indicator.class).firstResultOptional();
    }

    Optional<Indicator> version(String code, long version) {
        return find("code = ?1 and version = ?2", code, version)
                .project(Indicator.class)
                .firstResultOptional();
    }

    List<Indicator> versions(String code) {
        return find("code = ?1 order by version", code).project(Indicator.class).list();
    }

    List<Indicator> allCurrent() {
        return find("current order by code").project(Indicator.class).list();
    }

    List<Indicator> current(Collection<String> codes) {
        return find("current and code in ?1", codes).project(Indicator.class).list();
    }

    /** Current versions in the order of their codes, from behind a code on; of a theme and with a text, where given. */
    List<Indicator> page(String after, @Nullable String theme, @Nullable String text, int limit) {
        StringBuilder where = new StringBuilder("current and code > :after");
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("after", after);
        if (theme != null) {
            where.append(" and theme = :theme");
            parameters.put("theme", theme);
        }
        if (text != null) {
            where.append(" and locate(lower(:text), lower(concat(code, ' ', name))) > 0");
            parameters.put("text", text);
        }
        return find(where + " order by code", parameters)
                .range(0, limit - 1)
                .project(Indicator.class)
                .list();
    }

    /** Makes a version the current one. */
    void insert(Indicator indicator, String by, Instant at, long eventSequence) {
        update("current = false where code = ?1 and current", indicator.code());
        IndicatorVersion version = new IndicatorVersion();
        version.code = indicator.code();
        version.version = indicator.version();
        version.current = true;
        version.definition = indicator.definition();
        version.recordedAt = at;
        version.recordedBy = by;
        version.eventSequence = eventSequence;
        persist(version);
    }

    Optional<Long> eventSequence(String code) {
        return find("select eventSequence from IndicatorVersion where code = ?1 and current", code)
                .project(Long.class)
                .firstResultOptional();
    }

    /** Whether a current indicator names the theme. */
    boolean isTheme(String theme) {
        return count("current and theme = ?1", theme) > 0;
    }

    /** How many versions of definitions there are, without those of the platform. */
    long countOwn() {
        return count("code not like ?1", Indicator.BUILT_IN + "%");
    }

    /** Number of current indicators of each theme that any of them names. */
    Map<String, Long> numbersByTheme() {
        record OfTheme(String theme, long number) {}
        return find("select theme, count(*) from IndicatorVersion where current and theme is not null group by theme")
                .project(OfTheme.class)
                .stream()
                .collect(Collectors.toMap(OfTheme::theme, OfTheme::number));
    }
}

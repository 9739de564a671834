package de.quartierwerk.ingestion.catalogue;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.quartierwerk.kit.audit.Audit;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.web.IfMatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Exports and imports the whole catalogue, all of it or nothing. */
@ApplicationScoped
class CatalogueService {
    private static final String SHIPPED = "/catalogue/social-monitoring.json";

    private final IndicatorService indicators;
    private final IndicatorRepository repository;
    private final ThemeRepository themes;
    private final CatalogueStatements catalogue;
    private final CatalogueHash hash;
    private final ObjectMapper json;
    private final Audit audit;
    private final Caller caller;

    CatalogueService(
            IndicatorService indicators,
            IndicatorRepository repository,
            ThemeRepository themes,
            CatalogueStatements catalogue,
            CatalogueHash hash,
            ObjectMapper json,
            Audit audit,
            Caller caller) {
        this.indicators = indicators;
        this.repository = repository;
        this.themes = themes;
        this.catalogue = catalogue;
        this.hash = hash;
        this.json = json;
        this.audit = audit;
        this.caller = caller;
    }

    /**
     * What an import led to.
     *
     * @param response what the caller is answered
     * @param eventSequence the last event of its definitions; empty where nothing changed
     */
    record Imported(CatalogueImportResponse response, OptionalLong eventSequence) {}

    /** The catalogue as it is, without what belongs to the platform. */
    @Transactional
    CatalogueResponse export() {
        Map<String, Definition> own = indicators.definitions();
        own.keySet().removeIf(code -> code.startsWith(Indicator.BUILT_IN));
        return response(null, version(), themes.all(), own);
    }

    /** The usual indicators of social monitoring that come with the platform. */
    CatalogueResponse shipped() {
        try (InputStream resource = CatalogueService.class.getResourceAsStream(SHIPPED)) {
            CatalogueRequest content =
                    json.readValue(Objects.requireNonNull(resource, SHIPPED), CatalogueRequest.class);
            return response(content.title(), null, content.statedThemes(), definitions(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CatalogueResponse response(
            @Nullable String title,
            @Nullable Long version,
            Map<String, Theme> themes,
            Map<String, Definition> definitions) {
        String found = hash.of(themes, definitions);
        return new CatalogueResponse(CatalogueRequest.FORMAT, title, version, found, themes, definitions);
    }

    /** The themes that are described or that an indicator names, by code. */
    @Transactional
    List<ThemeResponse> themes() {
        Map<String, Theme> described = themes.all();
        Map<String, Long> numbers = repository.numbersByTheme();
        TreeSet<String> codes = new TreeSet<>(described.keySet());
        codes.addAll(numbers.keySet());
        return codes.stream()
                .map(code -> {
                    Theme theme = described.getOrDefault(code, new Theme(code, null));
                    return new ThemeResponse(code, theme.name(), theme.englishName(), numbers.getOrDefault(code, 0L));
                })
                .toList();
    }

    /** Stores a catalogue as a caller sent it, checked against the hash that it states. */
    @Transactional
    Imported take(CatalogueRequest content, boolean dryRun, IfMatch ifMatch) {
        caller.requireEverywhere();
        String found = hash.of(content.statedThemes(), content.indicators());
        String stated = content.hash();
        if (stated != null && !stated.equalsIgnoreCase(found)) {
            throw new Invalid(
                    "catalogue.hash", List.of(InputError.at("/hash", "catalogue.hash", stated, found)), found);
        }
        return take(content.statedThemes(), definitions(content), found, dryRun, ifMatch);
    }

    /** Stores the catalogue that comes with the platform. */
    @Transactional
    Imported takeShipped(boolean dryRun, IfMatch ifMatch) {
        caller.requireEverywhere();
        CatalogueResponse content = shipped();
        return take(content.themes(), content.indicators(), content.hash(), dryRun, ifMatch);
    }

    private static Map<String, Definition> definitions(CatalogueRequest content) {
        return content.indicators().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().definition(), (a, b) -> b, TreeMap::new));
    }

    /** Definitions that are not given stay; those that are as they were keep their version. */
    private Imported take(
            Map<String, Theme> givenThemes,
            Map<String, Definition> given,
            String found,
            boolean dryRun,
            IfMatch ifMatch) {
        catalogue.lock();
        long versionBefore = version();
        ifMatch.check(versionBefore);
        Map<String, Indicator> before = new TreeMap<>();
        repository.allCurrent().forEach(indicator -> before.put(indicator.code(), indicator));
        List<InputError> errors = ImportRules.check(before, givenThemes.keySet(), given);
        if (!errors.isEmpty()) {
            throw new Invalid("catalogue.invalid", errors, errors.size());
        }
        OptionalLong last = dryRun ? OptionalLong.empty() : store(before, givenThemes, given);
        long version = version();
        CatalogueImportResponse response = new CatalogueImportResponse(dryRun, found, version, counts(before, given));
        if (version != versionBefore) {
            audit.record("catalogue-imported", "catalogue", null, response);
        }
        return new Imported(response, last);
    }

    private static CatalogueImportResponse.Counts counts(Map<String, Indicator> before, Map<String, Definition> given) {
        int created = 0;
        int unchanged = 0;
        for (Map.Entry<String, Definition> definition : given.entrySet()) {
            Indicator known = before.get(definition.getKey());
            if (known == null) {
                created++;
            } else if (known.definition().equals(definition.getValue())) {
                unchanged++;
            }
        }
        return new CatalogueImportResponse.Counts(given.size(), created, given.size() - created - unchanged, unchanged);
    }

    private OptionalLong store(
            Map<String, Indicator> before, Map<String, Theme> givenThemes, Map<String, Definition> given) {
        themes.store(givenThemes);
        Map<String, Definition> all = new TreeMap<>();
        before.forEach((code, indicator) -> all.put(code, indicator.definition()));
        all.putAll(given);
        OptionalLong last = OptionalLong.empty();
        for (Map.Entry<String, Definition> definition : given.entrySet()) {
            Indicator old = before.get(definition.getKey());
            if (old == null || !old.definition().equals(definition.getValue())) {
                long version = old == null ? 1 : old.version() + 1;
                Indicator next = new Indicator(definition.getKey(), version, definition.getValue());
                last = OptionalLong.of(indicators.store(next, all, caller.name()));
            }
        }
        return last;
    }

    /** The version of the catalogue as a whole; grows with every version of a definition or theme. */
    private long version() {
        return repository.countOwn() + themes.countVersions();
    }
}

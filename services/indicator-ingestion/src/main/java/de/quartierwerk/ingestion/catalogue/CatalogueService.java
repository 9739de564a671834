package de.quartierwerk.ingestion.catalogue;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.quartierwerk.kit.audit.Audit;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.web.Keys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Takes the whole catalogue out and in, all of it or nothing. */
@ApplicationScoped
class CatalogueService {
    private static final String SHIPPED = "/catalogue/social-monitoring.json";

    private final IndicatorService indicators;
    private final IndicatorRepository repository;
    private final ThemeRepository themes;
    private final PackageHash hash;
    private final ObjectMapper json;
    private final Audit audit;
    private final Caller caller;

    CatalogueService(
            IndicatorService indicators,
            IndicatorRepository repository,
            ThemeRepository themes,
            PackageHash hash,
            ObjectMapper json,
            Audit audit,
            Caller caller) {
        this.indicators = indicators;
        this.repository = repository;
        this.themes = themes;
        this.hash = hash;
        this.json = json;
        this.audit = audit;
        this.caller = caller;
    }

    /**
     * What an import led to.
     *
     * @param told what the caller is told
     * @param eventSequence the last event that tells of it; empty where nothing changed
     */
    record Imported(CatalogueImport told, OptionalLong eventSequence) {}

    /** The catalogue as it is, without what belongs to the platform. */
    @Transactional
    CataloguePackage export() {
        Map<String, Definition> own = indicators.definitions();
        own.keySet().removeIf(code -> code.startsWith(Indicator.BUILT_IN));
        CataloguePackage content = new CataloguePackage(CataloguePackage.FORMAT, null, null, null, themes.all(), own);
        return content.with(themes.catalogueVersion(), hash.of(content));
    }

    /** The usual indicators of social monitoring that come with the platform. */
    CataloguePackage shipped() {
        try (InputStream resource = CatalogueService.class.getResourceAsStream(SHIPPED)) {
            CataloguePackage content =
                    json.readValue(Objects.requireNonNull(resource, SHIPPED), CataloguePackage.class);
            return content.with(null, hash.of(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<ThemeView> themes() {
        return themes.withIndicators();
    }

    /** Stores a package: what it does not speak of stays, what is as it was keeps its version. */
    @Transactional
    Imported take(CataloguePackage content, boolean dryRun) {
        caller.requireEverywhere();
        String found = hash.of(content);
        if (content.hash() != null && !content.hash().equalsIgnoreCase(found)) {
            throw new Invalid(
                    "catalogue.hash", List.of(InputError.at("/hash", "catalogue.hash", content.hash(), found)), found);
        }
        repository.lockCatalogue();
        Map<String, Indicator> before = new TreeMap<>();
        repository.allCurrent().forEach(indicator -> before.put(indicator.code(), indicator));
        Map<String, Definition> given = new TreeMap<>();
        content.indicators().forEach((code, definition) -> given.put(code, definition.completed()));
        check(content, before, given);
        CatalogueImport.Counts counts = counts(before, given);
        long versionBefore = themes.catalogueVersion();
        OptionalLong last = dryRun ? OptionalLong.empty() : store(content, before, given);
        long version = themes.catalogueVersion();
        CatalogueImport told = new CatalogueImport(dryRun, found, version, counts);
        if (version != versionBefore) {
            audit.record("catalogue-imported", "catalogue", null, told);
        }
        return new Imported(told, last);
    }

    private static void check(CataloguePackage content, Map<String, Indicator> before, Map<String, Definition> given) {
        Map<String, Definition> all = new TreeMap<>();
        before.forEach((code, indicator) -> all.put(code, indicator.definition()));
        all.putAll(given);
        List<InputError> errors = new ArrayList<>();
        content.themes().keySet().forEach(code -> key(errors, "/themes", code));
        given.forEach((code, definition) -> {
            if (code.startsWith(Indicator.BUILT_IN)) {
                errors.add(InputError.at(pointer("/indicators", code), "indicator.built-in", code, code));
            } else if (key(errors, "/indicators", code)) {
                DefinitionRules.check(code, all).forEach(error -> errors.add(within(code, error)));
                if (before.containsKey(code)) {
                    DefinitionRules.unitUsedElsewhere(code, without(all, given, code))
                            .forEach(error -> errors.add(within(code, error)));
                }
            }
        });
        if (errors.isEmpty()) {
            for (List<String> cycle : DefinitionRules.cycles(all)) {
                String first = cycle.get(0);
                errors.add(within(first, DefinitionRules.inCycle(first, all.get(first), cycle)));
            }
        }
        if (!errors.isEmpty()) {
            throw new Invalid("catalogue.invalid", errors, errors.size());
        }
    }

    /** The definitions that the package does not replace, and the one in question; the others speak for themselves. */
    private static Map<String, Definition> without(
            Map<String, Definition> all, Map<String, Definition> given, String code) {
        Map<String, Definition> rest = new TreeMap<>(all);
        rest.keySet().removeIf(other -> given.containsKey(other) && !other.equals(code));
        return rest;
    }

    private static boolean key(List<InputError> errors, String place, String code) {
        boolean key = Keys.isKey(code);
        if (!key) {
            errors.add(InputError.at(pointer(place, code), "key.malformed", code, pointer(place, code), code));
        }
        return key;
    }

    private static InputError within(String code, InputError error) {
        return new InputError(
                pointer("/indicators", code) + error.pointer(),
                error.line(),
                error.column(),
                error.code(),
                error.value(),
                error.arguments());
    }

    private static String pointer(String place, String code) {
        return place + "/" + code.replace("~", "~0").replace("/", "~1");
    }

    private static CatalogueImport.Counts counts(Map<String, Indicator> before, Map<String, Definition> given) {
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
        return new CatalogueImport.Counts(given.size(), created, given.size() - created - unchanged, unchanged);
    }

    private OptionalLong store(CataloguePackage content, Map<String, Indicator> before, Map<String, Definition> given) {
        Map<String, Theme> known = themes.all();
        content.themes().forEach((code, theme) -> {
            if (!theme.equals(known.get(code))) {
                themes.store(code, theme);
            }
        });
        OptionalLong last = OptionalLong.empty();
        for (Map.Entry<String, Definition> definition : given.entrySet()) {
            Indicator old = before.get(definition.getKey());
            if (old == null || !old.definition().equals(definition.getValue())) {
                long version = old == null ? 1 : old.version() + 1;
                Indicator next = new Indicator(definition.getKey(), version, definition.getValue());
                last = OptionalLong.of(indicators.store(next, caller.name()));
            }
        }
        return last;
    }
}

package de.quartierwerk.ingestion.catalogue;

import de.quartierwerk.events.EventTypes;
import de.quartierwerk.events.IndicatorDefined;
import de.quartierwerk.events.Topics;
import de.quartierwerk.kit.audit.Audit;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.outbox.Outbox;
import de.quartierwerk.kit.outbox.OutgoingEvent;
import de.quartierwerk.kit.problem.Conflict;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.problem.NotFound;
import de.quartierwerk.kit.web.IfMatch;
import de.quartierwerk.kit.web.Stored;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rules of the catalogue: a changed definition becomes the next version, and no formula may turn in a circle. */
@ApplicationScoped
class IndicatorService {
    private final IndicatorRepository repository;
    private final ThemeRepository themes;
    private final CatalogueStatements catalogue;
    private final Outbox outbox;
    private final Audit audit;
    private final Caller caller;
    private final Clock clock;

    IndicatorService(
            IndicatorRepository repository,
            ThemeRepository themes,
            CatalogueStatements catalogue,
            Outbox outbox,
            Audit audit,
            Caller caller,
            Clock clock) {
        this.repository = repository;
        this.themes = themes;
        this.catalogue = catalogue;
        this.outbox = outbox;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * What a write led to.
     *
     * @param stored the current version
     * @param eventSequence place of the event that publishes it
     */
    record Written(Stored<IndicatorResponse> stored, long eventSequence) {}

    @Transactional
    void provideBuiltIn(@Observes StartupEvent started) {
        catalogue.lock();
        if (repository.current(Indicator.AREA).isEmpty()) {
            store(new Indicator(Indicator.AREA, 1, area()), Map.of(), "ingestion");
        }
    }

    private static Definition area() {
        Definition plain = Definition.of("Fläche", "km2", Kind.INDEX);
        return new Definition(
                new Naming("Fläche", null, "Fläche des Raums aus seiner Grenze"),
                plain.unit(),
                plain.kind(),
                plain.polarity(),
                "territory",
                plain.computation(),
                plain.disclosure(),
                plain.limits(),
                plain.timing(),
                plain.relations(),
                plain.origin());
    }

    @Transactional
    Written write(String code, Definition definition, IfMatch ifMatch) {
        caller.requireEverywhere();
        if (code.startsWith(Indicator.BUILT_IN)) {
            throw new Conflict("indicator.built-in", code);
        }
        catalogue.lock();
        Optional<Indicator> before = repository.current(code);
        before.ifPresentOrElse(known -> ifMatch.check(known.version()), ifMatch::checkAbsent);
        Map<String, Definition> all = check(code, definition);
        if (before.isPresent() && before.get().definition().equals(definition)) {
            return new Written(
                    stored(before.get(), false), repository.eventSequence(code).orElseThrow());
        }
        Indicator written = new Indicator(code, before.map(Indicator::version).orElse(0L) + 1, definition);
        long sequence = store(written, all, caller.name());
        audit.record(
                before.isPresent() ? "indicator-changed" : "indicator-created",
                "indicators/" + code,
                before.map(IndicatorResponse::of).orElse(null),
                IndicatorResponse.of(written));
        return new Written(stored(written, before.isEmpty()), sequence);
    }

    private static Stored<IndicatorResponse> stored(Indicator indicator, boolean created) {
        return new Stored<>(IndicatorResponse.of(indicator), indicator.version(), created);
    }

    /** All definitions, this one among them. */
    private Map<String, Definition> check(String code, Definition definition) {
        Map<String, Definition> all = definitions();
        boolean known = all.put(code, definition) != null;
        List<InputError> errors = new ArrayList<>(DefinitionRules.check(code, all));
        if (errors.isEmpty()) {
            DefinitionRules.cycles(all).forEach(cycle -> errors.add(DefinitionRules.inCycle(code, definition, cycle)));
        }
        if (errors.isEmpty() && known) {
            errors.addAll(DefinitionRules.unitUsedElsewhere(code, all));
        }
        if (!errors.isEmpty()) {
            throw new Invalid("indicator.invalid", errors, code);
        }
        return all;
    }

    /** All current definitions by code, in a map that may be changed. */
    Map<String, Definition> definitions() {
        return repository.allCurrent().stream()
                .collect(Collectors.toMap(Indicator::code, Indicator::definition, (a, b) -> b, TreeMap::new));
    }

    /**
     * Stores a version and publishes it; answers the event's place.
     *
     * @param all the definitions that hold with it
     */
    long store(Indicator indicator, Map<String, Definition> all, String by) {
        long sequence = outbox.publish(event(indicator, all));
        repository.insert(indicator, by, clock.instant(), sequence);
        return sequence;
    }

    /** The event that publishes a version. */
    static OutgoingEvent event(Indicator indicator, Map<String, Definition> all) {
        return new OutgoingEvent(
                Topics.INDICATOR,
                indicator.code(),
                EventTypes.INDICATOR_DEFINED,
                "indicators/" + indicator.code(),
                indicator.version(),
                defined(indicator, all));
    }

    /** What the event of a version says. */
    static IndicatorDefined defined(Indicator indicator, Map<String, Definition> all) {
        Definition d = indicator.definition();
        return new IndicatorDefined(
                indicator.code(),
                indicator.version(),
                d.name(),
                d.naming().description(),
                d.unit(),
                d.kind().text(),
                d.polarity().text(),
                d.theme(),
                d.numerator(),
                d.denominator(),
                d.formula(),
                d.minimumCount(),
                d.referenceDate(),
                d.origin().source(),
                d.origin().licence(),
                d.timing().periodicity(),
                protection(d, all));
    }

    /** The noise in the counts behind an indicator: its own, or the greatest of its inputs if all have any. */
    private static IndicatorDefined.@Nullable Protection protection(Definition of, Map<String, Definition> all) {
        NoiseProtection own = of.protection();
        if (own != null) {
            return new IndicatorDefined.Protection(own.method().text(), own.deviation(), own.variance());
        }
        IndicatorDefined.Protection most = null;
        for (String input : Indicator.inputs(of)) {
            Definition definition = all.get(input);
            IndicatorDefined.Protection noise = definition == null ? null : protection(definition, all);
            if (noise == null) {
                return null;
            }
            most = most == null || noise.deviation().compareTo(most.deviation()) > 0 ? noise : most;
        }
        return most;
    }

    /** A version of an indicator, the current one where none is named. */
    Indicator find(String code, @Nullable Long version) {
        return version == null
                ? repository.current(code).orElseThrow(() -> unknown(code))
                : repository
                        .version(code, version)
                        .orElseThrow(() -> new NotFound("indicator.version-unknown", code, version));
    }

    List<Indicator> versions(String code) {
        List<Indicator> versions = repository.versions(code);
        if (versions.isEmpty()) {
            throw unknown(code);
        }
        return versions;
    }

    /** A page of current versions, of a theme and with a text where given. */
    List<Indicator> page(String after, @Nullable String theme, @Nullable String text, int limit) {
        if (theme != null && themes.findById(theme) == null && !repository.isTheme(theme)) {
            throw new NotFound("theme.unknown", theme);
        }
        return repository.page(after, theme, text, limit);
    }

    private static NotFound unknown(String code) {
        return new NotFound("indicator.unknown", code);
    }
}

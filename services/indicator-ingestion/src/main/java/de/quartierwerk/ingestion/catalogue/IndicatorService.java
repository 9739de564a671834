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
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Rules of the catalogue: a changed definition becomes the next version, and no formula may turn in a circle. */
@ApplicationScoped
class IndicatorService {
    private static final Definition AREA = Definition.of(
                    "Fläche", "Fläche des Raums aus seiner Grenze", "km2", Kind.INDEX, "territory")
            .completed();

    private final IndicatorRepository repository;
    private final Outbox outbox;
    private final Audit audit;
    private final Caller caller;

    IndicatorService(IndicatorRepository repository, Outbox outbox, Audit audit, Caller caller) {
        this.repository = repository;
        this.outbox = outbox;
        this.audit = audit;
        this.caller = caller;
    }

    /**
     * What a write led to.
     *
     * @param indicator its state now
     * @param created whether it is new
     * @param eventSequence the event that tells of the present version
     */
    record Written(Indicator indicator, boolean created, Optional<Long> eventSequence) {}

    @Transactional
    void provideBuiltIn(@Observes StartupEvent started) {
        repository.lockCatalogue();
        if (repository.current(Indicator.AREA).isEmpty()) {
            store(new Indicator(Indicator.AREA, 1, AREA), "ingestion");
        }
    }

    @Transactional
    Written write(String code, Definition given) {
        caller.requireEverywhere();
        if (code.startsWith(Indicator.BUILT_IN)) {
            throw new Conflict("indicator.built-in", code);
        }
        Definition definition = given.completed();
        repository.lockCatalogue();
        check(code, definition);
        Optional<Indicator> before = repository.current(code);
        if (before.isPresent() && before.get().definition().equals(definition)) {
            return new Written(before.get(), false, repository.eventSequence(code));
        }
        Indicator written = new Indicator(code, before.map(Indicator::version).orElse(0L) + 1, definition);
        long sequence = store(written, caller.name());
        audit.record(
                before.isPresent() ? "indicator-changed" : "indicator-created",
                "indicators/" + code,
                before.orElse(null),
                written);
        return new Written(written, before.isEmpty(), Optional.of(sequence));
    }

    private void check(String code, Definition definition) {
        Map<String, Definition> all = definitions();
        Definition before = all.put(code, definition);
        List<InputError> errors = new ArrayList<>(DefinitionRules.check(code, all));
        if (errors.isEmpty()) {
            DefinitionRules.cycles(all).forEach(cycle -> errors.add(DefinitionRules.inCycle(code, definition, cycle)));
        }
        if (errors.isEmpty() && before != null) {
            errors.addAll(DefinitionRules.unitUsedElsewhere(code, all));
        }
        if (!errors.isEmpty()) {
            throw new Invalid("indicator.invalid", errors, code);
        }
    }

    /** All current definitions by code, in a map that may be changed. */
    Map<String, Definition> definitions() {
        return repository.allCurrent().stream()
                .collect(Collectors.toMap(Indicator::code, Indicator::definition, (a, b) -> b, TreeMap::new));
    }

    /** Stores a version and has it told; answers the event's place. */
    long store(Indicator indicator, String by) {
        long sequence = outbox.publish(new OutgoingEvent(
                Topics.INDICATOR,
                indicator.code(),
                EventTypes.INDICATOR_DEFINED,
                "indicators/" + indicator.code(),
                indicator.version(),
                event(indicator)));
        repository.insert(indicator, by, sequence);
        return sequence;
    }

    /** The event that tells of a version. */
    static IndicatorDefined event(Indicator indicator) {
        Definition d = indicator.definition();
        return new IndicatorDefined(
                indicator.code(),
                indicator.version(),
                d.name(),
                d.description(),
                d.unit(),
                d.kind().text(),
                d.polarity().text(),
                d.theme(),
                d.numerator(),
                d.denominator(),
                d.formula(),
                d.minimumCount(),
                d.referenceDate(),
                d.source(),
                d.licence(),
                d.periodicity());
    }

    Indicator current(String code) {
        return repository.current(code).orElseThrow(() -> new NotFound("indicator.unknown", code));
    }

    Indicator version(String code, long version) {
        return repository
                .version(code, version)
                .orElseThrow(() -> new NotFound("indicator.version-unknown", code, version));
    }

    List<Indicator> versions(String code) {
        List<Indicator> versions = repository.versions(code);
        if (versions.isEmpty()) {
            throw new NotFound("indicator.unknown", code);
        }
        return versions;
    }

    List<Indicator> page(String after, String theme, String text, int limit) {
        return repository.page(after, theme, text, limit);
    }
}

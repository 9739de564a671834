package de.quartierwerk.ingestion.catalogue;

import de.quartierwerk.kit.outbox.OutgoingEvent;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** The current definitions, for the other features. */
@ApplicationScoped
public class Catalogue {
    private final IndicatorRepository repository;

    Catalogue(IndicatorRepository repository) {
        this.repository = repository;
    }

    /** The current definition of an indicator. */
    public Optional<Indicator> find(String code) {
        return repository.current(code);
    }

    /** The current definitions of those of the codes that are defined. */
    public Map<String, Indicator> find(Collection<String> codes) {
        Map<String, Indicator> found = new LinkedHashMap<>();
        repository.current(codes).forEach(indicator -> found.put(indicator.code(), indicator));
        return found;
    }

    /** All current definitions by code. */
    public Map<String, Indicator> all() {
        Map<String, Indicator> all = new LinkedHashMap<>();
        repository.allCurrent().forEach(indicator -> all.put(indicator.code(), indicator));
        return all;
    }

    /** The events that publish the current definitions. */
    public List<OutgoingEvent> events() {
        Map<String, Indicator> all = all();
        Map<String, Definition> definitions = new LinkedHashMap<>();
        all.forEach((code, indicator) -> definitions.put(code, indicator.definition()));
        return all.values().stream()
                .map(indicator -> IndicatorService.event(indicator, definitions))
                .toList();
    }

    /** Refuses a code in a parameter of a request that no indicator has: 404. */
    public void requireKnown(String code) {
        requireKnown(List.of(code));
    }

    /** Refuses codes in a parameter of a request unless each is that of an indicator: 404. */
    public void requireKnown(Collection<String> codes) {
        Map<String, Indicator> known = find(codes);
        for (String code : codes) {
            if (!known.containsKey(code)) {
                throw new NotFound("indicator.unknown", code);
            }
        }
    }

    /** Finds the codes of a request's list that no indicator has, as errors at their places. */
    public List<InputError> unknown(String pointer, List<String> codes) {
        Map<String, Indicator> known = find(codes);
        return IntStream.range(0, codes.size())
                .filter(place -> !known.containsKey(codes.get(place)))
                .mapToObj(place -> {
                    String code = codes.get(place);
                    return InputError.at(pointer + "/" + place, "indicator.unknown", code, code);
                })
                .toList();
    }

    /** The computed indicators that follow from changed ones, each after all its inputs. */
    public static List<Indicator> affected(Map<String, Indicator> all, Set<String> changed) {
        return ComputationOrder.affected(inputs(all.values()), new LinkedHashSet<>(changed)).stream()
                .map(all::get)
                .toList();
    }

    static Map<String, List<String>> inputs(Collection<Indicator> indicators) {
        Map<String, List<String>> inputs = new LinkedHashMap<>();
        for (Indicator indicator : indicators) {
            if (indicator.definition().computed()) {
                inputs.put(indicator.code(), indicator.inputs());
            }
        }
        return inputs;
    }
}

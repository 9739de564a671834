package de.quartierwerk.ingestion.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

    /** Those of the codes that are defined. */
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

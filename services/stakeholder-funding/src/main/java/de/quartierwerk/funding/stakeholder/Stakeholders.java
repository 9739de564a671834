package de.quartierwerk.funding.stakeholder;

import de.quartierwerk.funding.space.Scope;
import de.quartierwerk.kit.outbox.OutgoingEvent;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Actors, for the features that refer to them. */
@ApplicationScoped
public class Stakeholders {

    private final StakeholderRepository repository;

    Stakeholders(StakeholderRepository repository) {
        this.repository = repository;
    }

    /** The events that tell all actors, in the order of their keys. */
    @Transactional
    public List<OutgoingEvent> events() {
        return repository.listAll(Sort.by("key")).stream()
                .map(StakeholderService::event)
                .toList();
    }

    /** How events call an actor that is a person. */
    public static final String PERSON = "Person";

    /** Names of actors by key; keys of actors that are not there have none. */
    public Map<String, String> names(Collection<String> keys) {
        return keys.isEmpty() ? Map.of() : repository.names(keys);
    }

    /** Keys of those that are persons, of the kind {@code person}. */
    @Transactional
    public Set<String> persons(Collection<String> keys) {
        return keys.isEmpty() ? Set.of() : repository.persons(keys);
    }

    /** Whether the actor is there and within the scope. */
    @Transactional
    public boolean isVisible(String key, Scope scope) {
        return repository.findVisible(key, scope).isPresent();
    }

    /** The spaces in which an actor works; none where it works everywhere. */
    public List<String> spaces(String key) {
        return repository.findByIdOptional(key).map(actor -> actor.spaces).orElse(List.of());
    }

    /**
     * Refuses a key that is no actor's with 422.
     *
     * @param pointer JSON pointer of the reference
     */
    public void requireKnown(String pointer, String key) {
        if (repository.findByIdOptional(key).isEmpty()) {
            throw unknown(pointer, key);
        }
    }

    /** The same, where an actor out of the scope counts as unknown. */
    public void requireVisible(String pointer, String key, Scope scope) {
        if (!isVisible(key, scope)) {
            throw unknown(pointer, key);
        }
    }

    private static Invalid unknown(String pointer, String key) {
        return new Invalid(
                "stakeholder.unknown", List.of(InputError.at(pointer, "stakeholder.unknown", key, key)), key);
    }
}

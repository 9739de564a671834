package de.quartierwerk.funding.stakeholder;

import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Actors, for the features that refer to them. */
@ApplicationScoped
public class Stakeholders {

    private final StakeholderRepository repository;

    Stakeholders(StakeholderRepository repository) {
        this.repository = repository;
    }

    /** The actor's name, or nothing where there is no such actor. */
    public Optional<String> name(String key) {
        return Optional.ofNullable(repository.find(key)).map(entity -> entity.name);
    }

    /**
     * Refuses a key that is no actor's with 422.
     *
     * @param pointer JSON pointer of the reference
     */
    public void requireKnown(String pointer, String key) {
        if (name(key).isEmpty()) {
            throw new Invalid(
                    "stakeholder.unknown", List.of(InputError.at(pointer, "stakeholder.unknown", key, key)), key);
        }
    }
}

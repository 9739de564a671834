package de.quartierwerk.funding.body;

import de.quartierwerk.funding.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The bodies and their competences, for the features that need a decision. */
@ApplicationScoped
public class Bodies {

    private final BodyRepository repository;

    Bodies(BodyRepository repository) {
        this.repository = repository;
    }

    /** The body that decides on the matter and amount on that day. */
    public Optional<CompetentBody> competent(Matter matter, Money amount, LocalDate day) {
        return CompetenceRules.competent(all(), matter, amount, day);
    }

    /** The body of this code if it is there on that day. */
    public Optional<Body> find(String code, LocalDate day) {
        return Optional.ofNullable(repository.find(code)).map(BodyEntity::view).filter(body -> body.validOn(day));
    }

    /** All bodies. */
    public List<Body> all() {
        return repository.all().stream().map(BodyEntity::view).toList();
    }
}

package de.quartierwerk.funding.body;

import de.quartierwerk.funding.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The bodies and their competences, for the features that need a decision. */
@ApplicationScoped
public class Bodies {

    private final BodyRepository repository;

    Bodies(BodyRepository repository) {
        this.repository = repository;
    }

    /** Which body is competent; reads the bodies once. */
    public Competences competences() {
        List<Body> bodies = repository.all();
        return (matter, amount, day) -> CompetenceRules.competent(bodies, matter, amount, day);
    }

    /** The body of this code if it is there on that day. */
    public Optional<Body> find(String code, LocalDate day) {
        return repository.findBody(code).filter(body -> body.validOn(day));
    }

    /** Which body decides (Zuständigkeitsordnung). */
    @FunctionalInterface
    public interface Competences {

        /** The body that decides on the matter and amount on that day. */
        Optional<CompetentBody> competent(Matter matter, Money amount, LocalDate day);

        /**
         * The highest body that any of the matters needs; nobody where one of them has no competent body. All bodies
         * that must advise on any of the matters must advise.
         */
        default Optional<CompetentBody> highest(Collection<MatterAmount> matters, LocalDate day) {
            List<CompetentBody> all = new ArrayList<>();
            for (MatterAmount each : matters) {
                Optional<CompetentBody> one = competent(each.matter(), Money.orZero(each.amount()), day);
                if (one.isEmpty()) {
                    return Optional.empty();
                }
                all.add(one.get());
            }
            return CompetenceRules.highest(all);
        }
    }
}

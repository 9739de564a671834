package de.quartierwerk.funding.programme;

import de.quartierwerk.funding.need.PublishedNeeds;
import de.quartierwerk.funding.offer.Offers;
import de.quartierwerk.funding.space.Spaces;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What criteria name must be there: spaces; schemes of which a run is published; fields of action of published runs or
 * offers; target groups of such fields or published offers. What the programme named before stays.
 */
@ApplicationScoped
class CriterionReferences {

    private final ProgrammeRepository repository;
    private final PublishedNeeds needs;
    private final Offers offers;
    private final Spaces spaces;

    CriterionReferences(ProgrammeRepository repository, PublishedNeeds needs, Offers offers, Spaces spaces) {
        this.repository = repository;
        this.needs = needs;
        this.offers = offers;
        this.spaces = spaces;
    }

    /** Refuses what is not there with 422, each by its name, after catching up. To be called before a transaction. */
    void requireKnown(String code, List<Criterion> criteria) {
        for (int i = 0; i < criteria.size(); i++) {
            spaces.requireKnown("/criteria/" + i + "/spaces", criteria.get(i).spaces());
        }
        if (unknown(code, criteria).isEmpty()) {
            return;
        }
        needs.settle();
        List<InputError> errors = unknown(code, criteria);
        if (!errors.isEmpty()) {
            throw new Invalid("programme.invalid", errors, code);
        }
    }

    private List<InputError> unknown(String code, List<Criterion> criteria) {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<Criterion> before = repository
                    .findByIdOptional(code)
                    .map(found -> found.criteria)
                    .orElse(List.of());
            List<InputError> errors = new ArrayList<>();
            for (int i = 0; i < criteria.size(); i++) {
                Criterion each = criteria.get(i);
                String pointer = "/criteria/" + i;
                Function<Criterion, List<String>> scheme =
                        one -> Stream.ofNullable(one.scheme()).toList();
                check(errors, pointer + "/scheme", "scheme.unknown", scheme, each, before, needs::isScheme);
                check(errors, pointer + "/needs", "need.unknown", Criterion::needs, each, before, this::isNeed);
                check(
                        errors,
                        pointer + "/targetGroups",
                        "target-group.unknown",
                        Criterion::targetGroups,
                        each,
                        before,
                        this::isTargetGroup);
            }
            return errors;
        });
    }

    private static void check(
            List<InputError> errors,
            String pointer,
            String code,
            Function<Criterion, List<String>> names,
            Criterion criterion,
            List<Criterion> before,
            Predicate<String> known) {
        List<String> all = names.apply(criterion);
        for (int i = 0; i < all.size(); i++) {
            String name = Objects.requireNonNull(all.get(i));
            boolean kept = before.stream().anyMatch(each -> names.apply(each).contains(name));
            if (!kept && !known.test(name)) {
                String place = pointer.endsWith("/scheme") ? pointer : pointer + "/" + i;
                errors.add(InputError.at(place, code, name, name));
            }
        }
    }

    private boolean isNeed(String need) {
        return needs.isKnown(need) || offers.nameNeed(need);
    }

    private boolean isTargetGroup(String group) {
        return needs.isTargetGroup(group) || offers.nameTargetGroup(group);
    }
}

package de.quartierwerk.funding.body;

import de.quartierwerk.funding.money.Money;
import de.quartierwerk.kit.problem.InputError;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which body decides (Zuständigkeitsordnung). Exactly one body is competent for a matter, an amount and a day. */
final class CompetenceRules {

    private CompetenceRules() {}

    /** The body that decides on the matter and amount on that day. */
    static Optional<CompetentBody> competent(Collection<Body> bodies, Matter matter, Money amount, LocalDate day) {
        for (Body body : bodies) {
            if (!body.validOn(day)) {
                continue;
            }
            for (Competence each : body.competences()) {
                if (each.matter() == matter && each.validOn(day) && each.covers(amount)) {
                    return Optional.of(new CompetentBody(
                            body.code(),
                            body.name(),
                            body.kind(),
                            body.stakeholder(),
                            each.consult(),
                            each.legalBasis(),
                            body.votingMembersOn(day),
                            names(bodies)));
                }
            }
        }
        return Optional.empty();
    }

    private static Map<String, String> names(Collection<Body> bodies) {
        return bodies.stream().collect(Collectors.toMap(Body::code, Body::name));
    }

    /** The highest of the bodies, after all that must advise before any of them. */
    static Optional<CompetentBody> highest(List<CompetentBody> bodies) {
        return bodies.stream().max(CompetenceRules::compare).map(highest -> {
            Set<String> consult = new LinkedHashSet<>();
            bodies.forEach(each -> consult.addAll(each.consult()));
            consult.remove(highest.code());
            return highest.after(List.copyOf(consult));
        });
    }

    private static int compare(CompetentBody one, CompetentBody other) {
        int byKind = one.kind().compareTo(other.kind());
        if (byKind != 0) {
            return byKind;
        }
        return Boolean.compare(
                one.consult().contains(other.code()), other.consult().contains(one.code()));
    }

    /**
     * What is wrong with a body's competences: contradictory limits, unknown bodies to be consulted, or amounts for
     * which another competence of this or another body holds at the same time.
     *
     * @param code code of the body
     * @param body as it shall be
     * @param others all other bodies
     */
    static List<InputError> check(String code, BodyRequest body, Collection<Body> others) {
        List<InputError> errors = new ArrayList<>();
        Set<String> known = Set.copyOf(others.stream().map(Body::code).toList());
        for (int i = 0; i < body.competences().size(); i++) {
            Competence competence = body.competences().get(i);
            String pointer = "/competences/" + i;
            if (!competence.consistent()) {
                errors.add(InputError.at(pointer, "competence.inconsistent", null));
                continue;
            }
            checkConsulted(code, competence, pointer, known, errors);
            for (int j = 0; j < i; j++) {
                if (competence.overlaps(body.competences().get(j))) {
                    errors.add(InputError.at(pointer, "competence.overlapping", null, code));
                }
            }
            others.stream()
                    .filter(other -> Validity.meet(body.validFrom(), body.validTo(), other.validFrom(), other.validTo())
                            && other.competences().stream().anyMatch(competence::overlaps))
                    .forEach(other ->
                            errors.add(InputError.at(pointer, "competence.overlapping", other.code(), other.code())));
        }
        checkMembers(body.votingMembers(), errors);
        return errors;
    }

    private static void checkMembers(List<VotingMembers> members, List<InputError> errors) {
        for (int i = 0; i < members.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (members.get(i).meets(members.get(j))) {
                    errors.add(InputError.at("/votingMembers/" + i, "body.members-overlapping", null));
                }
            }
        }
    }

    private static void checkConsulted(
            String code, Competence competence, String pointer, Set<String> known, List<InputError> errors) {
        for (int i = 0; i < competence.consult().size(); i++) {
            String consulted = competence.consult().get(i);
            if (consulted.equals(code) || !known.contains(consulted)) {
                errors.add(InputError.at(pointer + "/consult/" + i, "body.unknown", consulted, consulted));
            }
        }
    }
}

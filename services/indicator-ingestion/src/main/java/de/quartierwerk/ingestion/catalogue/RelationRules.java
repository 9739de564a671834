package de.quartierwerk.ingestion.catalogue;

import de.quartierwerk.kit.problem.InputError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks what a definition states about other indicators. Pure functions. */
final class RelationRules {
    private final String code;
    private final Definition definition;
    private final Map<String, Definition> all;
    private final List<InputError> errors = new ArrayList<>();

    private RelationRules(String code, Map<String, Definition> all) {
        this.code = code;
        this.definition = Objects.requireNonNull(all.get(code), code);
        this.all = all;
    }

    static List<InputError> check(String code, Map<String, Definition> all) {
        RelationRules rules = new RelationRules(code, all);
        rules.relations();
        rules.same();
        rules.share();
        rules.errors.addAll(ProtectionRules.check(code, all));
        if (rules.errors.isEmpty()) {
            rules.circles();
        }
        return List.copyOf(rules.errors);
    }

    private void relations() {
        List<Relation> relations = definition.relations().stated();
        for (int i = 0; i < relations.size(); i++) {
            Relation relation = relations.get(i);
            String pointer = "/relations/" + i;
            isCount(pointer + "/total", relation.total());
            Set<String> seen = new HashSet<>(List.of(relation.total()));
            for (int part = 0; part < relation.parts().size(); part++) {
                String of = relation.parts().get(part);
                isCount(pointer + "/parts/" + part, of);
                if (!seen.add(of)) {
                    errors.add(InputError.at(pointer + "/parts/" + part, "indicator.relation-twice", of, of));
                }
            }
            if (!seen.contains(code)) {
                errors.add(InputError.at(pointer, "indicator.relation-of-others", relation.total(), code));
            }
        }
    }

    private void same() {
        String other = definition.relations().sameFigureAs();
        if (other == null) {
            return;
        }
        if (other.equals(code)) {
            errors.add(InputError.at("/sameFigureAs", "indicator.same-as-itself", other, other));
        } else if (isKnown("/sameFigureAs", other) && definition.kind() == Kind.INDEX) {
            errors.add(InputError.at(
                    "/sameFigureAs",
                    "indicator.relation-kind",
                    other,
                    code,
                    definition.kind().text()));
        }
    }

    private void share() {
        ShareOf share = definition.relations().shareOf();
        if (share == null) {
            return;
        }
        if (definition.kind() != Kind.RATIO || definition.computed()) {
            errors.add(InputError.at("/shareOf", "indicator.share-of-kind", code, code));
            return;
        }
        isPartOfShare("/shareOf/numerator", share.numerator());
        isPartOfShare("/shareOf/denominator", share.denominator());
        if (share.numerator().equals(share.denominator())) {
            errors.add(InputError.at(
                    "/shareOf/denominator", "indicator.relation-twice", share.denominator(), share.denominator()));
        }
    }

    private void isPartOfShare(String pointer, String part) {
        if (part.equals(code)) {
            errors.add(InputError.at(pointer, "indicator.share-of-itself", part, part));
        } else {
            isCount(pointer, part);
        }
    }

    private boolean isKnown(String pointer, String other) {
        if (all.containsKey(other)) {
            return true;
        }
        errors.add(InputError.at(pointer, "indicator.unknown", other, other));
        return false;
    }

    private void isCount(String pointer, String other) {
        @Nullable Definition found = all.get(other);
        if (isKnown(pointer, other) && found != null && found.kind() != Kind.COUNT) {
            errors.add(InputError.at(
                    pointer,
                    "indicator.relation-kind",
                    other,
                    other,
                    found.kind().text()));
        }
    }

    /** A total cannot be a part of itself, over however many relations and formulas. */
    private void circles() {
        Map<String, Set<String>> parts = new HashMap<>();
        all.forEach((other, of) -> {
            of.relations()
                    .stated()
                    .forEach(relation -> parts.computeIfAbsent(relation.total(), total -> new LinkedHashSet<>())
                            .addAll(relation.parts()));
        });
        Optional<List<String>> cycle = ComputationOrder.cycle(parts);
        cycle.ifPresent(
                codes -> errors.add(InputError.at("/relations", "indicator.cycle", code, String.join(" → ", codes))));
    }
}

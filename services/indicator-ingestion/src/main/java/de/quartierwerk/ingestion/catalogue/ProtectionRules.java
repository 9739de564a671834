package de.quartierwerk.ingestion.catalogue;

import de.quartierwerk.kit.problem.InputError;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks what a definition states about noise and dominance. Pure functions. */
final class ProtectionRules {
    private final String code;
    private final Definition definition;
    private final Map<String, Definition> all;
    private final List<InputError> errors = new ArrayList<>();

    private ProtectionRules(String code, Map<String, Definition> all) {
        this.code = code;
        this.definition = Objects.requireNonNull(all.get(code), code);
        this.all = all;
    }

    static List<InputError> check(String code, Map<String, Definition> all) {
        ProtectionRules rules = new ProtectionRules(code, all);
        rules.dominance();
        NoiseProtection protection = rules.definition.protection();
        if (protection != null) {
            rules.noise(protection);
        }
        rules.oneMethod();
        return List.copyOf(rules.errors);
    }

    private void noise(NoiseProtection protection) {
        if (definition.kind() != Kind.COUNT && definition.kind() != Kind.RATIO) {
            errors.add(InputError.at(
                    "/protection",
                    "indicator.protection-kind",
                    code,
                    definition.kind().text()));
        }
        if (protection.byPlatform() && (definition.kind() != Kind.COUNT || definition.computed())) {
            errors.add(InputError.at("/protection/method", "indicator.protection-own", code, code));
        } else {
            keys(protection);
        }
    }

    private void dominance() {
        DominanceRule rule = definition.disclosure().dominance();
        if (rule == null) {
            return;
        }
        boolean sum = definition.kind() == Kind.MEAN || definition.kind() == Kind.COUNT;
        if (!sum || definition.computed()) {
            errors.add(InputError.at("/dominance", "indicator.dominance-kind", code, code));
        } else if (definition.protection() != null) {
            errors.add(InputError.at("/dominance", "indicator.dominance-noise", code, code));
        } else if (rule.n() == null != (rule.k() == null)) {
            String missing = rule.n() == null ? "n" : "k";
            errors.add(InputError.at("/dominance/" + missing, "indicator.dominance-incomplete", null, missing));
        } else if (rule.n() == null && rule.p() == null) {
            errors.add(InputError.at("/dominance", "indicator.dominance-incomplete", null, "p"));
        }
    }

    /** What the platform's own cell keys have to state, and nobody else. */
    private void keys(NoiseProtection protection) {
        BigDecimal deviation = protection.deviation();
        BigDecimal variance = protection.variance();
        if (!protection.needsKeys()) {
            if (variance != null && protection.method() != NoiseProtection.Method.CELL_KEY) {
                errors.add(InputError.at(
                        "/protection/variance",
                        "indicator.protection-variance-unused",
                        variance.toPlainString(),
                        protection.method().text()));
            }
            return;
        }
        int least = Math.max(Definition.USUAL_MINIMUM_COUNT, definition.minimumCount()) - 1;
        boolean whole = deviation.stripTrailingZeros().scale() <= 0;
        if (!whole
                || deviation.compareTo(BigDecimal.valueOf(least)) < 0
                || deviation.compareTo(BigDecimal.valueOf(NoiseProtection.MOST_DEVIATION)) > 0) {
            errors.add(InputError.at(
                    "/protection/deviation",
                    "indicator.protection-deviation",
                    deviation.toPlainString(),
                    least,
                    NoiseProtection.MOST_DEVIATION));
            return;
        }
        BigDecimal most =
                deviation.multiply(deviation.add(BigDecimal.ONE)).divide(BigDecimal.valueOf(3), 6, RoundingMode.DOWN);
        if (variance == null || variance.compareTo(BigDecimal.ONE) < 0 || variance.compareTo(most) > 0) {
            errors.add(InputError.at(
                    "/protection/variance",
                    "indicator.protection-variance",
                    variance == null ? null : variance.toPlainString(),
                    most.stripTrailingZeros().toPlainString()));
        }
    }

    /** One table has one method: counts that the platform changes would else be narrowed by other ones. */
    private void oneMethod() {
        all.forEach((other, of) -> {
            Set<String> table = new LinkedHashSet<>(of.relations().codes());
            table.addAll(Indicator.inputs(of));
            if (!of.computed()) {
                table.add(other);
            }
            table.removeIf(each -> !all.containsKey(each) || kind(each) != Kind.COUNT);
            boolean concerned = other.equals(code) || table.contains(code);
            Set<Optional<NoiseProtection>> methods =
                    table.stream().map(this::own).collect(Collectors.toSet());
            if (concerned && methods.size() > 1) {
                errors.add(InputError.at(
                        other.equals(code) && of.protection() == null ? "/relations" : "/protection",
                        "indicator.protection-mixed",
                        code,
                        String.join(", ", table)));
            }
        });
    }

    private Kind kind(String of) {
        return Objects.requireNonNull(all.get(of)).kind();
    }

    /** How the platform changes an indicator's counts, if it does. */
    private Optional<NoiseProtection> own(String of) {
        return Optional.ofNullable(Objects.requireNonNull(all.get(of)).protection())
                .filter(NoiseProtection::byPlatform);
    }
}

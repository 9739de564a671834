package de.quartierwerk.ingestion.release;

import de.quartierwerk.disclosure.Reason;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.problem.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reports what a release suppresses. */
@ApplicationScoped
class DisclosureService {
    private final ReleaseRepository releases;
    private final SuppressionStatements statements;
    private final Caller caller;

    DisclosureService(ReleaseRepository releases, SuppressionStatements statements, Caller caller) {
        this.releases = releases;
        this.statements = statements;
        this.caller = caller;
    }

    @Transactional
    DisclosureResponse find(UUID id) {
        ReleaseEntity release = releases.known(id).orElseThrow(() -> new NotFound("release.unknown", id));
        List<DisclosureResponse.Suppressed> cells =
                statements.suppressedBy(release.number, caller.everywhere(), caller.areas());
        Map<Reason, Long> reasons = new EnumMap<>(Reason.class);
        cells.forEach(cell -> reasons.merge(cell.reason(), 1L, Long::sum));
        List<DisclosureResponse.Suppressed> secondary = cells.stream()
                .filter(cell -> cell.step() == DisclosureResponse.Step.SECONDARY)
                .toList();
        BigDecimal loss = secondary.stream()
                .filter(cell -> cell.reason() == Reason.DERIVABLE || cell.reason() == Reason.DERIVABLE_DENOMINATOR)
                .map(DisclosureResponse.Suppressed::value)
                .reduce(BigDecimal.ZERO, (sum, value) -> value == null ? sum : sum.add(value.abs()), BigDecimal::add);
        return new DisclosureResponse(
                id,
                release.recordedAt(),
                reasons,
                cells.size() - secondary.size(),
                secondary.size(),
                loss,
                new DisclosureResponse.Search(
                        release.chosen, release.chosenAtLeast, release.chosen - release.chosenAtLeast),
                cells);
    }
}

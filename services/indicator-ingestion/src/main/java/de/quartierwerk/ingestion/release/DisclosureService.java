package de.quartierwerk.ingestion.release;

import de.quartierwerk.disclosure.Reason;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.problem.CallerLanguage;
import de.quartierwerk.kit.problem.Messages;
import de.quartierwerk.kit.problem.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reports what a release suppresses. */
@ApplicationScoped
class DisclosureService {
    private final ReleaseRepository releases;
    private final SuppressionStatements statements;
    private final Caller caller;
    private final Messages messages;
    private final CallerLanguage language;

    DisclosureService(
            ReleaseRepository releases,
            SuppressionStatements statements,
            Caller caller,
            Messages messages,
            CallerLanguage language) {
        this.releases = releases;
        this.statements = statements;
        this.caller = caller;
        this.messages = messages;
        this.language = language;
    }

    @Transactional
    DisclosureResponse find(UUID id) {
        ReleaseEntity release = releases.known(id).orElseThrow(() -> new NotFound("release.unknown", id));
        List<DisclosureResponse.Suppressed> cells =
                statements.suppressedBy(release.number, caller.everywhere(), caller.areas()).stream()
                        .map(this::suppressed)
                        .toList();
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

    private DisclosureResponse.Suppressed suppressed(SuppressionStatements.SuppressedCell cell) {
        boolean forOthers = switch (cell.reason()) {
            case DERIVABLE, DERIVABLE_DENOMINATOR, INPUT, INPUT_DENOMINATOR -> true;
            default -> false;
        };
        return new DisclosureResponse.Suppressed(
                cell.indicator(),
                cell.period(),
                cell.space(),
                forOthers ? DisclosureResponse.Step.SECONDARY : DisclosureResponse.Step.PRIMARY,
                cell.reason(),
                cell.value(),
                cell.width(),
                cell.publicIn(),
                leastChange(cell));
    }

    private String leastChange(SuppressionStatements.SuppressedCell cell) {
        String larger = cell.publicIn();
        BigDecimal group = cell.denominator();
        return switch (cell.reason()) {
            case SOURCE -> text("disclosure.change-source");
            case COUNTS_UNKNOWN -> text("disclosure.change-counts");
            case INPUT, INPUT_DENOMINATOR -> text("disclosure.change-input");
            case DERIVABLE, DERIVABLE_DENOMINATOR -> text("disclosure.change-others");
            case SMALL_DENOMINATOR ->
                group == null ? wider(larger) : text("disclosure.change-group", group.toPlainString());
            case SMALL_COUNT, SMALL_NUMERATOR, SMALL_COMPLEMENT, SMALL_NUMBER, DOMINANCE, NONE_OR_ALL -> wider(larger);
        };
    }

    private String wider(@Nullable String larger) {
        return larger == null ? text("disclosure.change-none") : text("disclosure.change-larger", larger);
    }

    private String text(String code, Object... arguments) {
        return messages.text(language.locale(), code, arguments);
    }
}

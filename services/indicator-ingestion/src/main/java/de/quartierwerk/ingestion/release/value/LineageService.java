package de.quartierwerk.ingestion.release.value;

import de.quartierwerk.ingestion.catalogue.Catalogue;
import de.quartierwerk.ingestion.catalogue.Indicator;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.problem.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Follows a value back to the file it came from. */
@ApplicationScoped
class LineageService {
    private final LineageRepository repository;
    private final ValueService values;
    private final Catalogue catalogue;
    private final Caller caller;

    LineageService(LineageRepository repository, ValueService values, Catalogue catalogue, Caller caller) {
        this.repository = repository;
        this.values = values;
        this.catalogue = catalogue;
        this.caller = caller;
    }

    Lineage find(String indicator, String period, String space, Integer revision, Instant recordedAt) {
        values.settle(recordedAt);
        LineageRepository.Found found = repository
                .find(indicator, period, space, revision, recordedAt, caller.everywhere(), caller.areas())
                .orElseThrow(() -> new NotFound("value.unknown", indicator, period, space));
        Lineage of = found.lineage();
        return new Lineage(
                of.space(),
                of.indicator(),
                of.period(),
                of.revision(),
                of.value(),
                of.status(),
                of.publicStatus(),
                of.suppression(),
                of.origin(),
                of.release(),
                of.delivery(),
                of.place(),
                madeOf(found));
    }

    private List<Lineage.Source> madeOf(LineageRepository.Found found) {
        return switch (found.lineage().origin()) {
            case "computed" ->
                repository.inputs(
                        found,
                        catalogue
                                .find(found.lineage().indicator())
                                .map(Indicator::inputs)
                                .orElse(List.of()));
            case "rolled-up" -> repository.parts(found);
            default -> List.of();
        };
    }
}

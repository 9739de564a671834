package de.quartierwerk.ingestion.intake.proposal;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.quartierwerk.ingestion.IngestionConfig;
import de.quartierwerk.ingestion.catalogue.Catalogue;
import de.quartierwerk.ingestion.catalogue.Indicator;
import de.quartierwerk.ingestion.intake.file.FileFacts;
import de.quartierwerk.ingestion.intake.file.FileKind;
import de.quartierwerk.ingestion.intake.file.FileScan;
import de.quartierwerk.ingestion.intake.file.TableHead;
import de.quartierwerk.ingestion.intake.mapping.Binding;
import de.quartierwerk.ingestion.intake.mapping.Detector;
import de.quartierwerk.ingestion.intake.mapping.Mapping;
import de.quartierwerk.ingestion.intake.mapping.MappingRules;
import de.quartierwerk.ingestion.intake.submission.Finding;
import de.quartierwerk.ingestion.intake.submission.Submission;
import de.quartierwerk.ingestion.intake.validation.PreviewReading;
import de.quartierwerk.ingestion.intake.validation.reading.KnownSpaces;
import de.quartierwerk.ingestion.intake.validation.reading.SpaceIndex;
import de.quartierwerk.ingestion.space.Spaces;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Proposes mappings: makes out a draft, sees whether it fits the file, and reads the first rows by it. */
@ApplicationScoped
class ProposalService {
    private static final int MOST_SHEETS = 20;
    private static final int MOST_OPTIONS = 30;

    private final IngestionConfig config;
    private final ObjectMapper json;
    private final Catalogue catalogue;
    private final Spaces spaces;
    private final PreviewReading previews;

    ProposalService(
            IngestionConfig config, ObjectMapper json, Catalogue catalogue, Spaces spaces, PreviewReading previews) {
        this.config = config;
        this.json = json;
        this.catalogue = catalogue;
        this.spaces = spaces;
        this.previews = previews;
    }

    /**
     * A proposal before it is told in a language.
     *
     * @param detection how the file would be read; null while the mapping does not fit
     * @param seen what was seen of the file by it; null likewise
     */
    record Proposal(
            Mapping mapping, Draft draft, Detector.@Nullable Detection detection, PreviewReading.@Nullable Seen seen) {}

    /**
     * Proposes a mapping.
     *
     * @param level level of the spaces; null to find out
     * @param codes indicators that the file holds; empty to find out
     * @throws Invalid where the file could not be delivered with any mapping
     */
    Proposal propose(Path file, String fileName, @Nullable String level, List<String> codes) throws IOException {
        if (level != null && !spaces.levelExists(level)) {
            throw Invalid.parameter("level", level, "level.unknown", level);
        }
        for (String code : codes) {
            if (catalogue.find(code).isEmpty()) {
                throw Invalid.parameter("indicators", code, "indicator.unknown", code);
            }
        }
        FileFacts facts = FileScan.of(file, null, config.maximumFileBytes());
        KnownSpaces known = KnownSpaces.load(spaces);
        Draft draft = draft(facts, file, fileName, level, codes, known);
        Mapping mapping = json.convertValue(draft.members(), Mapping.class);
        List<InputError> errors = MappingRules.check(mapping);
        boolean complete = draft.has("indicator") || draft.has("columns") || draft.has("indicatorColumn");
        if (!errors.isEmpty() || !complete) {
            if (draft.open().isEmpty()) {
                ask(draft, errors);
            }
            detected(errors.isEmpty() ? mapping : Mapping.empty(), facts, file, new Draft());
            return new Proposal(mapping, draft, null, null);
        }
        return tried(mapping, draft, facts, file, known);
    }

    private Draft draft(
            FileFacts facts, Path file, String fileName, @Nullable String level, List<String> codes, KnownSpaces known)
            throws IOException {
        Collection<Indicator> candidates = codes.isEmpty()
                ? catalogue.all().values()
                : catalogue.find(codes).values();
        IndicatorGuess indicators = new IndicatorGuess(candidates, !codes.isEmpty());
        if (facts.kind() == FileKind.SDMX_CSV || facts.kind() == FileKind.JSON_STAT) {
            return standard(facts.kind(), level, indicators);
        }
        SpaceGuess guess = new SpaceGuess(
                SpaceIndex.of(
                        known,
                        level == null ? Mapping.empty() : json.convertValue(Map.of("level", level), Mapping.class),
                        null),
                level);
        List<TableHead> heads = Detector.heads(facts, file, MOST_SHEETS);
        Map<String, Draft> drafts = new LinkedHashMap<>();
        for (TableHead head : heads) {
            drafts.put(
                    Objects.requireNonNullElse(head.sheet(), ""),
                    new Proposer(new Table(head), guess, indicators, fileName).draft());
        }
        Map.Entry<String, Draft> best = drafts.entrySet().stream()
                .max(Comparator.comparingInt(entry -> entry.getValue().sure().size()
                        - 2 * entry.getValue().open().size()))
                .orElseThrow(() -> new Invalid("file.empty"));
        if (drafts.size() > 1) {
            chooseSheets(best.getKey(), best.getValue(), drafts);
        }
        return best.getValue();
    }

    /** Reads the sheets of the same shape too where their names say their periods; else a person decides. */
    private static void chooseSheets(String sheet, Draft draft, Map<String, Draft> drafts) {
        List<String> alike = drafts.entrySet().stream()
                .filter(other -> other.getValue().isLike(draft))
                .map(Map.Entry::getKey)
                .toList();
        if (alike.size() > 1 && draft.has("periodFromSheet")) {
            draft.put("sheets", alike, "proposal.sheets", String.join(", ", alike));
            return;
        }
        draft.put("sheet", sheet);
        if (alike.size() > 1) {
            draft.ask("/sheets", alike, "proposal.sheets-alike", String.join(", ", alike));
        }
    }

    /** The format itself says where everything stands but the indicator. */
    private static Draft standard(FileKind kind, @Nullable String level, IndicatorGuess indicators) {
        Draft draft = new Draft();
        draft.put("layout", "long", kind == FileKind.SDMX_CSV ? "proposal.sdmx" : "proposal.json-stat");
        if (level != null) {
            draft.put("level", level);
        }
        indicators
                .only()
                .ifPresentOrElse(
                        found -> draft.put("indicator", found.code(), "proposal.indicator", found.code(), 1),
                        () -> draft.ask("/indicator", indicators.options(""), "proposal.indicator-of"));
        return draft;
    }

    private Proposal tried(Mapping mapping, Draft draft, FileFacts facts, Path file, KnownSpaces known)
            throws IOException {
        Detector.Detection detection = detected(mapping, facts, file, draft);
        if (detection == null) {
            return new Proposal(mapping, draft, null, null);
        }
        PreviewReading.Seen seen = previews.read(
                new Submission.Reading(detection.mapping(), null, detection.detected(), detection.header()),
                () -> Files.newInputStream(file),
                known);
        if (seen.checked() < seen.rows()) {
            draft.because("", "proposal.part", seen.checked(), seen.rows());
        }
        if (seen.preview().values().isEmpty()) {
            draft.ask("", List.of(), "proposal.no-values");
        }
        seen.doubts().forEach(doubt -> ask(draft, doubt));
        boolean asked = draft.open().stream().anyMatch(open -> open.pointer().startsWith("/rows"));
        if (seen.contradictions() > 0 && !asked) {
            draft.ask(
                    "/rows/where",
                    others(detection),
                    "proposal.contradictions",
                    seen.contradictions(),
                    String.valueOf(seen.contradicted()));
        }
        return new Proposal(mapping, draft, detection, seen);
    }

    /**
     * How the file would be read; null, and questions, where the mapping does not fit.
     *
     * @throws Invalid where the file cannot be read by any mapping
     */
    private static Detector.@Nullable Detection detected(Mapping mapping, FileFacts facts, Path file, Draft draft)
            throws IOException {
        try {
            return Detector.detect(mapping, facts, file);
        } catch (Invalid refused) {
            if (!refused.code().equals(Detector.DOES_NOT_FIT)) {
                throw refused;
            }
            ask(draft, refused.errors());
            return null;
        }
    }

    /** Names of the columns that are not read. */
    private static List<String> others(Detector.Detection detection) {
        return Binding.bind(detection.mapping(), detection.header(), new ArrayList<>())
                .map(binding -> binding.otherColumns().stream()
                        .sorted()
                        .map(column -> String.valueOf(binding.name(column)))
                        .limit(MOST_OPTIONS)
                        .toList())
                .orElse(List.of());
    }

    private static void ask(Draft draft, Finding doubt) {
        boolean decimal = doubt.code().equals("number.ambiguous");
        draft.ask(
                decimal ? "/decimal" : "",
                decimal ? List.of(",", ".") : List.of(),
                decimal ? "proposal.decimal" : doubt.code() + ".detail",
                decimal
                        ? new Object[] {
                            String.valueOf(doubt.value()),
                            String.valueOf(doubt.place().column())
                        }
                        : doubt.arguments().toArray());
    }

    private static void ask(Draft draft, List<InputError> errors) {
        for (InputError error : errors) {
            draft.ask(
                    String.valueOf(error.pointer()),
                    List.of(),
                    error.code(),
                    error.arguments().toArray());
        }
    }
}

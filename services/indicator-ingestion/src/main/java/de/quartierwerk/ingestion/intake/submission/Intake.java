package de.quartierwerk.ingestion.intake.submission;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.quartierwerk.events.Period;
import de.quartierwerk.events.Topics;
import de.quartierwerk.ingestion.IngestionConfig;
import de.quartierwerk.ingestion.catalogue.Catalogue;
import de.quartierwerk.ingestion.catalogue.Indicator;
import de.quartierwerk.ingestion.intake.file.FileFacts;
import de.quartierwerk.ingestion.intake.file.FileScan;
import de.quartierwerk.ingestion.intake.mapping.Detector;
import de.quartierwerk.ingestion.intake.mapping.Mapping;
import de.quartierwerk.ingestion.intake.mapping.MappingRules;
import de.quartierwerk.ingestion.intake.mapping.Profile;
import de.quartierwerk.ingestion.intake.mapping.ProfileService;
import de.quartierwerk.ingestion.space.Spaces;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.identity.RoleGroups;
import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.inbox.Settling;
import de.quartierwerk.kit.problem.Forbidden;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.web.Keys;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Looks at what was delivered before anything is stored: name, file, mapping, and whether they fit each other. */
@ApplicationScoped
class Intake {
    private final IngestionConfig config;
    private final ObjectMapper json;
    private final ProfileService profiles;
    private final Catalogue catalogue;
    private final Spaces spaces;
    private final Settling settling;
    private final Caller caller;

    Intake(
            IngestionConfig config,
            ObjectMapper json,
            ProfileService profiles,
            Catalogue catalogue,
            Spaces spaces,
            Settling settling,
            Caller caller) {
        this.config = config;
        this.json = json;
        this.profiles = profiles;
        this.catalogue = catalogue;
        this.spaces = spaces;
        this.settling = settling;
        this.caller = caller;
    }

    /**
     * Looks at a delivery.
     *
     * @param fileName as the client named the file
     * @param file where the upload lies
     * @param mapping JSON of the mapping
     * @param profile code of a stored mapping
     * @param period period of all values that have none of their own, instead of the mapping's
     */
    NewSubmission look(
            @Nullable String fileName,
            Path file,
            @Nullable String mapping,
            @Nullable String profile,
            @Nullable String period,
            boolean dryRun)
            throws IOException {
        Submission.Submitter submitter = new Submission.Submitter(
                caller.name(), caller.organisation().orElse(null), scope(), caller.hasAny(RoleGroups.stewards()));
        String name = checked(fileName);
        Profile stored = profile == null ? null : profiles.current(Keys.check("profile", profile));
        if (stored != null && mapping != null) {
            throw Invalid.parameter("profile", profile, "mapping.and-profile");
        }
        Mapping given = stored != null ? stored.mapping() : mapping == null ? Mapping.empty() : parse(mapping);
        if (period != null && Period.parse(period).isEmpty()) {
            throw Invalid.parameter("period", period, "period.malformed", period);
        }
        Mapping meaning = period == null ? given : given.withPeriod(period);
        List<InputError> errors = MappingRules.check(meaning);
        if (!errors.isEmpty()) {
            throw new Invalid("mapping.invalid", errors);
        }
        checkReferences(meaning);
        Charset stated = meaning.text().charset() == null
                ? null
                : Charset.forName(meaning.text().charset());
        FileFacts facts = FileScan.of(file, stated, config.maximumFileBytes());
        Detector.Detection detection = Detector.detect(meaning, facts, file);
        return new NewSubmission(
                UUID.randomUUID(),
                dryRun,
                submitter,
                new Submission.DeliveredFile(name, facts.size(), facts.sha256()),
                file,
                new Submission.Reading(
                        detection.mapping(),
                        stored == null ? null : new Submission.ProfileVersion(stored.code(), stored.version()),
                        detection.detected(),
                        detection.header()));
    }

    /** Suppliers without an area of their own may deliver for all spaces: a steward approves what they deliver. */
    private @Nullable List<String> scope() {
        if (caller.everywhere()) {
            return null;
        }
        if (!caller.areas().isEmpty()) {
            return List.copyOf(caller.areas());
        }
        if (caller.has(Roles.SUPPLIER)) {
            return null;
        }
        throw new Forbidden("area.forbidden");
    }

    private static String checked(@Nullable String name) {
        if (name == null
                || name.isBlank()
                || name.length() > 255
                || name.contains("/")
                || name.contains("\\")
                || name.equals(".")
                || name.equals("..")
                || name.chars().anyMatch(Character::isISOControl)) {
            throw Invalid.parameter("file", name, "file.name");
        }
        return name;
    }

    private Mapping parse(String text) throws IOException {
        Mapping mapping = json.readValue(text, Mapping.class);
        return mapping == null ? Mapping.empty() : mapping;
    }

    private void checkReferences(Mapping mapping) {
        List<InputError> errors = new ArrayList<>();
        indicatorsAreKnown(mapping, errors);
        for (int i = 0; i < mapping.statedSums().size(); i++) {
            sumIsKnown("/sums/" + i, mapping.statedSums().get(i), errors);
        }
        String level = mapping.level();
        if (level != null && !spaces.levelExists(level)) {
            settling.catchUp(Topics.SOCIAL_SPACE);
            if (!spaces.levelExists(level)) {
                errors.add(InputError.at("/level", "level.unknown", level, level));
            }
        }
        String space = mapping.spaces().space();
        if (space != null && !spaces.exists(space)) {
            errors.add(InputError.at("/space", "space.unknown", space, space));
        }
        if (!errors.isEmpty()) {
            throw new Invalid("mapping.invalid", errors);
        }
    }

    private void indicatorsAreKnown(Mapping mapping, List<InputError> errors) {
        Map<String, String> codes = new LinkedHashMap<>();
        mapping.wideColumns()
                .forEach((name, column) -> codes.put(
                        "/columns" + JsonPointer.empty().appendProperty(name).appendProperty("indicator"),
                        column.indicator()));
        if (mapping.values().indicator() != null) {
            codes.put("/indicator", mapping.values().indicator());
        }
        mapping.indicatorTexts()
                .forEach((text, code) ->
                        codes.put("/indicators" + JsonPointer.empty().appendProperty(text), code));
        Map<String, Indicator> known = catalogue.find(List.copyOf(codes.values()));
        codes.forEach((pointer, code) -> {
            if (!known.containsKey(code) || code.startsWith(Indicator.BUILT_IN)) {
                errors.add(InputError.at(pointer, "indicator.unknown", code, code));
            }
        });
        errors.addAll(ProtectedColumns.check(mapping, known));
    }

    private void sumIsKnown(String pointer, Mapping.Sum sum, List<InputError> errors) {
        List<String> codes = new ArrayList<>(sum.parts());
        codes.add(sum.total());
        Map<String, Indicator> known = catalogue.find(codes);
        codes.stream()
                .filter(code -> !known.containsKey(code))
                .forEach(code -> errors.add(InputError.at(pointer, "indicator.unknown", code, code)));
    }
}

package de.quartierwerk.classification.simulation;

import de.quartierwerk.classification.result.ResultResponse;
import de.quartierwerk.classification.run.Run;
import de.quartierwerk.classification.run.read.RunResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a simulation found. */
@Schema(name = "Simulation", description = "What a run with this scheme would find; nothing of it is stored")
public record SimulationResponse(
        @Schema(description = "Always `public`: suppressed values count as missing", examples = "public")
        Run.Basis basis,

        @Schema(description = "Code of the scheme", examples = "mss")
        String scheme,

        @Schema(description = "Level of the classified spaces", examples = "planning-area")
        String level,

        @Schema(description = "Period classified", examples = "2013")
        String period,

        @Schema(description = "Space whose subtree is classified", examples = "99001") @Nullable
        String area,

        @Schema(description = "Which spaces were valid", examples = "2013-12-31")
        LocalDate asOf,

        @Schema(description = "What was known", examples = "2026-11-22T10:15:30Z")
        Instant recordedAt,

        @Schema(description = "Numbers of spaces") RunResponse.Counts counts,

        @Schema(description = "Ids of the releases it works on")
        List<UUID> inputs,

        @Schema(description = "Spaces and municipalities per field of action")
        List<RunResponse.NeedCount> needs,

        @Schema(description = "Spaces with at least one need", examples = "59")
        int spacesInNeed,

        @Schema(description = "What a reader should know") List<RunResponse.WarningText> warnings,

        @Schema(description = "Results in the order of the space keys")
        List<ResultResponse> results,

        @Schema(description = "Results of the larger levels to which indices are rolled up, by level")
        Map<String, List<ResultResponse>> larger) {}

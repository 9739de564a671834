package de.quartierwerk.registry.level;

import de.quartierwerk.kit.web.Keys;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a level shall be.
 *
 * @param name name for people
 * @param rank lower rank means larger area
 * @param keyPattern regular expression that every key matches as a whole; left out: any key
 * @param hierarchy hierarchy to which the level belongs; left out: as it is, {@code social} for a new level
 * @param covers whether its spaces together cover their parent; left out: they do
 * @param attributes attributes of its spaces; left out: none
 * @param sizeRecommendation how large its spaces should be; left out: none
 * @param code as in the path, not read
 * @param version not read
 */
@Schema(name = "SpaceLevelRequest", description = "What a level shall be")
record LevelRequest(
        @NotBlank @Size(max = 200) @Schema(examples = "Planungsraum")
        String name,

        @NotNull @Min(0) @Max(1_000_000) @Schema(description = "Lower rank means larger area", examples = "40")
        Integer rank,

        @Size(max = LevelRequest.LONGEST_PATTERN)
        @Schema(description = "Regular expression (RE2) that every key matches as a whole", examples = "[0-9]{8}")
        @Nullable
        String keyPattern,

        @Pattern(regexp = Keys.PATTERN)
        @Schema(
                description = "A parent lies in the same hierarchy or in `administrative`; left out: as it is, `social`"
                        + " for a new level",
                examples = "social")
        @Nullable
        String hierarchy,

        @Schema(
                description = "Whether its spaces together cover their parent, which the quality report checks",
                defaultValue = "true")
        @Nullable
        Boolean covers,

        @Size(max = 100) @Schema(description = "Typed attributes of its spaces; others stay free") @Nullable
        List<@NotNull @Valid LevelAttribute> attributes,

        @Valid @Nullable SizeRecommendation sizeRecommendation,

        @Schema(description = "As in the path, not read", readOnly = true, examples = "planning-area") @Nullable
        String code,

        @Schema(description = "Not read", readOnly = true, examples = "1") @Nullable
        Long version) {
    static final int LONGEST_PATTERN = 200;
    private static final String SOCIAL = "social";

    /**
     * Fills in what was left out.
     *
     * @param before the level as it is, null for a new one
     */
    LevelDefinition complete(@Nullable LevelDefinition before) {
        String given = before == null ? SOCIAL : before.hierarchy();
        return new LevelDefinition(
                name.strip(),
                rank,
                keyPattern == null || keyPattern.isBlank() ? null : keyPattern,
                hierarchy == null ? given : hierarchy,
                !Boolean.FALSE.equals(covers),
                attributes == null ? List.of() : attributes,
                sizeRecommendation);
    }
}

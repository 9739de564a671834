package de.quartierwerk.funding.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.funding.criteria.CriteriaCheck.Facts;
import de.quartierwerk.funding.money.Money;
import de.quartierwerk.funding.need.NeedOrigin;
import de.quartierwerk.funding.need.PublishedNeed;
import de.quartierwerk.funding.programme.Criterion;
import de.quartierwerk.funding.programme.CriterionKind;
import de.quartierwerk.funding.programme.SpaceMatch;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CriteriaCheckTest {

    private static final PublishedNeed NORTH = need("north", "HF1", "aachen");
    private static final PublishedNeed SOUTH = need("south", "HF3", "aachen");
    private static final PublishedNeed ELSEWHERE = need("south", "HF1", "mss");
    private static final List<PublishedNeed> ALL = List.of(NORTH, SOUTH, ELSEWHERE);

    @Test
    void everySpaceNeedsANeedThatCounts() {
        CriterionResult result = check(needs(SpaceMatch.EVERY_SPACE, "HF1"), facts("north", "south"));

        assertThat(result.met()).isFalse();
        assertThat(result.evidence()).containsExactly(NORTH);
        assertThat(result.lacking()).containsExactly("south");
        assertThat(result.hinders()).isTrue();
    }

    @Test
    void oneSpaceIsEnoughWhereTheProgrammeSaysSo() {
        CriterionResult result = check(needs(SpaceMatch.ANY_SPACE, "HF1"), facts("north", "south"));

        assertThat(result.met()).isTrue();
        assertThat(result.lacking()).containsExactly("south");
    }

    @Test
    void theFieldsOfActionThatTheApplicationNamesMustBeAmongTheNeeds() {
        Facts facts = new Facts(List.of("south"), null, List.of("HF1"), Money.euro("1"), Money.ZERO, Money.euro("1"));

        assertThat(check(needs(SpaceMatch.EVERY_SPACE, "HF1", "HF3"), facts).met())
                .isFalse();
    }

    @Test
    void anyNeedOfTheSchemeCountsWhereNoneIsNamed() {
        assertThat(check(needs(SpaceMatch.EVERY_SPACE), facts("north", "south")).evidence())
                .containsExactly(NORTH, SOUTH);
    }

    @Test
    void anApplicationWithoutSpacesMeetsNoNeed() {
        assertThat(check(needs(SpaceMatch.EVERY_SPACE), facts()).met()).isFalse();
    }

    @Test
    void aNeedCountsByWhoFoundIt() {
        PublishedNeed stated =
                new PublishedNeed("south", "HF4", "HF4", "aachen", "2023", new UUID(0, 1), NeedOrigin.MUNICIPAL);
        List<PublishedNeed> all = List.of(NORTH, SOUTH, stated);

        assertThat(evaluate(byOrigin(NeedOrigin.MUNICIPAL, NeedOrigin.QUALITATIVE), facts("south"), all)
                        .evidence())
                .containsExactly(stated);
        assertThat(evaluate(byOrigin(NeedOrigin.MUNICIPAL), facts("north"), all).met())
                .isFalse();
        assertThat(evaluate(byOrigin(), facts("south"), all).evidence()).containsExactly(SOUTH, stated);
    }

    @Test
    void theTargetGroupIsOneOfThoseThatCount() {
        Criterion families = listed(CriterionKind.TARGET_GROUP, List.of("Familien", "Kinder"), null, null);

        assertThat(check(families, group("familien")).met()).isTrue();
        assertThat(check(families, group("Ältere")).met()).isFalse();
        assertThat(check(families, group(null)).met()).isFalse();
    }

    @Test
    void theSpacesAreThoseOfTheList() {
        Criterion every = listed(CriterionKind.SPACES, null, List.of("north", "east"), null);
        Criterion any = listed(CriterionKind.SPACES, null, List.of("north", "east"), SpaceMatch.ANY_SPACE);

        assertThat(every.match()).isEqualTo(SpaceMatch.EVERY_SPACE);
        assertThat(check(every, facts("north")).met()).isTrue();
        assertThat(check(every, facts("north", "south")).met()).isFalse();
        assertThat(check(every, facts("north", "south")).lacking()).containsExactly("south");
        assertThat(check(any, facts("north", "south")).met()).isTrue();
        assertThat(check(any, facts("south")).met()).isFalse();
        assertThat(check(every, facts()).met()).isFalse();
        assertThat(check(any, facts()).met()).isFalse();
    }

    @Test
    void ownShareIsMeasuredByTheTotalCosts() {
        Criterion tenPercent = criterion(CriterionKind.OWN_SHARE, new BigDecimal("10"), null);

        assertThat(check(tenPercent, financed("9.99")).met()).isFalse();
        assertThat(check(tenPercent, financed("10.00")).met()).isTrue();
    }

    @Test
    void maximumAmountIncludesItself() {
        Criterion most = criterion(CriterionKind.MAXIMUM_AMOUNT, null, Money.euro("90"));

        assertThat(check(most, financed("10")).met()).isTrue();
        assertThat(check(criterion(CriterionKind.MAXIMUM_AMOUNT, null, Money.euro("89.99")), financed("10"))
                        .met())
                .isFalse();
    }

    @Test
    void whatPeopleMustJudgeStaysOpenUntilTheyDo() {
        Criterion judged = criterion(CriterionKind.JUDGED, null, null);

        assertThat(check(judged, facts()).met()).isNull();
        assertThat(check(judged, facts()).hinders()).isTrue();
        assertThat(CriteriaCheck.evaluate(
                                List.of(judged), facts(), ALL, List.of(new Judgement("c", true, "schlüssig", null)))
                        .get(0))
                .extracting(CriterionResult::met, CriterionResult::reason)
                .containsExactly(true, "schlüssig");
    }

    private static CriterionResult check(Criterion criterion, Facts facts) {
        return evaluate(criterion, facts, ALL);
    }

    private static CriterionResult evaluate(Criterion criterion, Facts facts, List<PublishedNeed> published) {
        return CriteriaCheck.evaluate(List.of(criterion), facts, published, List.of())
                .get(0);
    }

    private static Facts group(String group) {
        return new Facts(List.of(), group, List.of(), Money.euro("90"), Money.ZERO, Money.euro("100"));
    }

    private static Criterion byOrigin(NeedOrigin... origins) {
        return new Criterion(
                "need",
                "Need",
                CriterionKind.PUBLISHED_NEED,
                true,
                "aachen",
                null,
                null,
                null,
                null,
                List.of(origins),
                null,
                null,
                null);
    }

    private static Criterion listed(CriterionKind kind, List<String> groups, List<String> spaces, SpaceMatch match) {
        return new Criterion("c", "C", kind, true, null, null, match, null, null, null, groups, spaces, null);
    }

    private static Facts facts(String... spaces) {
        return new Facts(List.of(spaces), null, List.of(), Money.euro("90"), Money.ZERO, Money.euro("100"));
    }

    private static Facts financed(String ownShare) {
        return new Facts(List.of(), null, List.of(), Money.euro("90"), Money.euro(ownShare), Money.euro("100"));
    }

    private static Criterion needs(SpaceMatch match, String... needs) {
        return new Criterion(
                "need",
                "Need",
                CriterionKind.PUBLISHED_NEED,
                true,
                "aachen",
                List.of(needs),
                match,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static Criterion criterion(CriterionKind kind, BigDecimal percent, Money maximum) {
        return new Criterion("c", "C", kind, true, null, null, null, percent, maximum, null, null, null, null);
    }

    private static PublishedNeed need(String space, String need, String scheme) {
        return new PublishedNeed(space, need, need, scheme, "2023", new UUID(0, 1), NeedOrigin.RULE);
    }
}

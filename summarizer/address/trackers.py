"""Query parameters that say how a reader came, not what is read. Explicit: a guess would merge two articles."""

from __future__ import annotations

# Families of parameters that one system owns.
PREFIXES = tuple(
    "utm_ at_ ns_ pk_ piwik_ mtm_ matomo_ soc_ guce_ hsa_ oly_ vero_ _branch_ wt. stm_ itm_".split()
)
# Advertising and mail systems.
MAILED = frozenset(
    """
    _bhlid _ga _gl _hsenc _hsmi _openstat __hsfp __hssc __hstc __s cjevent ck_subscriber_id dclid dm_i ef_id
    elqtrack elqtrackid epik fb_action_ids fb_action_types fb_ref fb_source fbclid gad_campaignid gad_source
    gbraid gclid gclsrc hsctatracking hss_channel igsh igshid irclickid li_fat_id mc_cid mc_eid mibextid
    mkt_tok ml_subscriber ml_subscriber_hash msclkid otc rb_clickid rdt_cid s_kwcid scm sfnsn spm srsltid
    sscid trackingid trk trkcampaign ttclid twclid wbraid wickedid yclid ysclid
""".split()
)
# Publishers' own: campaigns, newsletters, sharing, AMP.
PUBLISHED = frozenset(
    """
    __source __twitter_impression _amp amp amp_gsa amp_js_v bxid campaign_id cmp cmp2 cmp3 cmp_id cmpid cmpid2
    cmpref cmpt cndid dcmp dicbo emc ex_cid feedname feedtype ftag ftcamp gift giftcopy guccounter hasha hashb
    icid instance_id intcmp ito leadsource linkid mbid ncid newsletter_id nlid noamp ocid outputtype partnerid
    recirc ref_src ref_url referrer referer referringsource reflink refsrc regi_id rss_id s_campaign s_cid
    sc_channel sc_cid segment_id sh_kit share_id shareid sharetoken sharetype smid smtyp social_share
    socialshare spref sr_share sref taid tpcc traffic_source triedredirect tse_id unlocked_article_code usqp
    wpisrc wpmk wprov xrs xtor xtref
""".split()
)
# Names that some sites use for content: a tracker only with a value that names a way of coming.
DOUBTFUL = frozenset("ref src source from via share s medium channel origin cid r".split())
WAYS = frozenset(
    """
    amp android app apple applenews bluesky bsky copy copy_link copylink email facebook fb feed flipboard footer
    front frontpage gnews google googlenews header home homepage hp ig instagram ios li link linkedin mail
    mastodon mobile news.google newsletter nl notification permalink pinterest push push_notification recirc
    recommended reddit related rss search share shared sidebar slack social t.co tco teams telegram tg threads
    tiktok top trending tw twitter wa whatsapp x youtube
""".split()
)


def is_tracker(name: str, value: str = "") -> bool:
    """Whether a parameter only tracks the reader."""
    low = name.lower()
    if low in MAILED or low in PUBLISHED or low.startswith(PREFIXES):
        return True
    return low in DOUBTFUL and value.lower() in WAYS

"""Query parameters that say how a reader came, not what is read. Explicit: a guess would merge two articles."""

from __future__ import annotations

PREFIXES = (
    "utm_",
    "at_",  # BBC
    "ns_",  # comScore
    "pk_",
    "piwik_",
    "mtm_",
    "matomo_",
    "soc_",
    "guce_",
    "sc_",
    "hsa_",
    "oly_",
    "vero_",
    "_branch_",
    "dm_i",
    "wt.",
    "stm_",
    "itm_",
    "int_",
    "asc_",
)
NAMES = frozenset(
    # advertising and mail systems
    "_ga _gl _hsenc _hsmi __s __hssc __hstc __hsfp hsctatracking hss_channel mkt_tok mc_cid mc_eid ml_subscriber "
    "ml_subscriber_hash fbclid fb_action_ids fb_action_types fb_source fb_ref gclid gclsrc gbraid wbraid gad_source "
    "gad_campaignid dclid msclkid twclid ttclid yclid ysclid igshid igsh li_fat_id epik srsltid s_kwcid ef_id wickedid "
    "rb_clickid ck_subscriber_id _openstat otc _bhlid trk trkcampaign trackingid elqtrackid elqtrack spm scm mibextid "
    "sfnsn rdt_cid sscid irclickid cjevent "
    # publishers' own
    "cmp cmpid cmp_id campaign_id cmpid2 cmpt cmp2 cmp3 cmpref intcmp icid ncid ocid smid smtyp sref s_cid s_campaign xtor "
    "xtref tpcc taid triedredirect guccounter __twitter_impression __source emc regi_id segment_id instance_id "
    "unlocked_article_code reflink mod traffic_source tse_id ftag ftcamp linkid ito mbid bxid cndid hasha hashb xrs "
    "sharetype sharetoken share_id shareid sh_kit sr_share spref leadsource partnerid referringsource amp outputtype "
    "amp_js_v amp_gsa usqp feedtype feedname rss_id ref_src ref_url refsrc referrer referer recirc nlid newsletter_id "
    "dcmp dicbo ex_cid wprov wpisrc wpmk social_share socialshare xs _amp noamp gift giftcopy".split()
)
# Names that some sites use for content: a tracker only with a value that names a way of coming.
DOUBTFUL_NAMES = frozenset(
    ["ref", "src", "source", "from", "via", "share", "s", "medium", "channel", "origin", "cid", "r"]
)
WAYS = frozenset(
    [
        "fb",
        "facebook",
        "twitter",
        "tw",
        "x",
        "t.co",
        "tco",
        "ig",
        "instagram",
        "linkedin",
        "li",
        "whatsapp",
        "wa",
        "telegram",
        "tg",
        "reddit",
        "threads",
        "bluesky",
        "bsky",
        "mastodon",
        "pinterest",
        "tiktok",
        "youtube",
        "google",
        "googlenews",
        "gnews",
        "news.google",
        "apple",
        "applenews",
        "flipboard",
        "rss",
        "feed",
        "email",
        "mail",
        "newsletter",
        "nl",
        "push",
        "app",
        "ios",
        "android",
        "amp",
        "mobile",
        "share",
        "shared",
        "social",
        "copy",
        "copylink",
        "copy_link",
        "link",
        "permalink",
        "home",
        "homepage",
        "hp",
        "front",
        "frontpage",
        "top",
        "related",
        "recirc",
        "recommended",
        "sidebar",
        "footer",
        "header",
        "search",
        "trending",
        "push_notification",
        "notification",
        "slack",
        "teams",
    ]
)


def is_tracker(name: str, value: str = "") -> bool:
    """Whether a parameter only tracks the reader."""
    low = name.lower()
    if low in NAMES or low.startswith(PREFIXES):
        return True
    return low in DOUBTFUL_NAMES and value.lower() in WAYS

"""Common given names that tell whether a person is "he" or "she"; names used for both are left out."""

from __future__ import annotations

from summarizer.attribution.words import words

MEN = words(
    """
    aaron abdul abdullah abraham adam adrian ahmed alan albert alexander alexei alfred ali allan allen
    amir anders andre andrei andrew andrii angelo anthony antonio arnold arthur ashraf austin barack barry
    benjamin ben bernard bernie bill bob boris brad bradley brandon brian bruce bryan byron carl carlos
    cesar charles charlie chris christian christopher clarence clark claude colin craig curtis dale daniel
    darren dave david dean dennis derek diego dmitri dmitry dmytro dominic don donald douglas duncan
    dwight earl ed eddie edgar eduardo edward edwin elijah emmanuel enrique eric erik ernest ethan eugene
    evan fernando florian francisco frank franklin frederick fred gareth gary gavin geoffrey george gerald
    gerard giovanni giuseppe glenn gordon graham greg gregory guillermo gustavo guy hamid harold harry
    harvey hassan hector henry herbert herman howard hugh hugo hussein ian ibrahim igor isaac ivan jack
    jacob jacques jaime jake james jamal jared jason javier jay jean-claude jean-paul jeff jeffrey jens
    jeremy jerome jerry jim jimmy joachim joe joel johan johannes john johnny jon jonathan jorge jose
    joseph josh joshua juan julian julio justin karl keith kenneth kevin khalid klaus kurt kyle lance
    larry lars laurence lawrence leo leon leonard lewis liam lloyd louis luca lucas luigi luis luke
    mahmoud malcolm manuel marc marco marcus mario mark martin marvin massimo mathias matt matteo matthew
    maurice max michael miguel mike mikhail mitch mitt mohamed mohammad mohammed muhammad mustafa nathan
    neil nathaniel nelson nicholas nick nicolas nigel nikolai nikos noah norman olaf oleg oleksandr oliver
    omar oscar otto owen pablo patrick paul pavel pedro per pete peter phil philip phillip pierre piotr
    rafael rahul raj rajesh ralph ramon randy raul ray raymond reginald ricardo richard rick robert
    roberto roger roland ron ronald ross roy rudy rupert rudolph russell ryan salman samuel saul scott
    sean sebastian serge sergei sergey sergio seth shane simon stanley stefan stephen steve steven stuart
    sven ted terrence theodore thomas tim timothy toby todd tom tommy tony travis trevor troy tyler umar
    victor viktor vincent vitali vladimir volodymyr wade walter warren wayne wilhelm will william winston
    wolfgang xavier yusuf yuri zachary
    """
)
WOMEN = words(
    """
    abigail adriana agnes aisha alejandra alexandra alexandria alice alicia alison allison amanda amber
    amelia amina amy ana anastasia andrea angela angelina anita ann anna annabel anne annette annie april
    ashley astrid audrey barbara beatrice becky bella bernadette bertha beth bethany betsy betty beverly
    bianca bonnie brenda bridget brigitte brittany camilla candace carla carmen carol carole carolina
    caroline carolyn carrie catherine cathy cecilia celia charlotte chelsea cheryl chloe christina
    christine cindy claire clara claudia colleen connie constance cristina crystal cynthia daisy danielle
    daniela deborah debbie debra denise diana diane dolores donna dora doris dorothy edith eileen elaine
    eleanor elena elisabeth elise eliza elizabeth ella ellen eloise elsa emily emma erica erin estelle
    esther ethel eva evelyn faith fatima felicia fiona florence frances francesca gabriela gabrielle gail
    gemma georgia geraldine gina gisele giulia gladys gloria grace greta gwen hannah harriet heather heidi
    helen helena henrietta hillary hilda holly ida inez ingrid irene irina iris isabel isabella ivanka
    jacqueline jane janet janice jasmine jeanette jeanne jennifer jenny jessica jill joan joanna joanne
    josephine joyce juanita judith judy julia juliana julie juliet kamala karen karin kate katherine
    kathleen kathryn kathy katie katrina kayla kelly kimberly kirsten kristen kristin kristina laura
    lauren layla leila lena lillian lily linda lisa liz loretta lori lorraine louise lucia lucille lucy
    lydia lynn mabel madeleine madison magdalena maggie marcia margaret margarita maria mariam marianne
    marie marilyn marina marjorie marta martha mary maryam maureen megan meghan melanie melania melinda
    melissa mercedes michelle mildred mina miranda miriam molly monica nadia nancy naomi natalia natalie
    natasha nicola nicole nina nora norma olga olivia pamela patricia paula pauline peggy penelope penny
    petra phoebe phyllis polly priscilla priti rachel rebecca regina renee rhonda rita roberta rosa
    rosalind rose rosemary roxanne ruth sabrina sally samantha sandra sara sarah selma sharon sheila
    sherry shirley silvia simone sofia sonia sophia sophie stacy stella stephanie sue susan susana suzanne
    sylvia tamara tammy tanya tara tatiana teresa theresa tiffany tina tracy ursula valentina valerie
    vanessa vera veronica victoria violet virginia vivian wendy yasmin yelena yolanda yvette yvonne zainab
    zoe
    """
)
